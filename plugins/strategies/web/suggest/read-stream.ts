import { toProblem } from '@loctelli/core/web';
import { suggestionEvents, type QuietReason, type Suggestion } from '../../contract.ts';
import { strategies } from '../api.ts';

export type Told = { type: 'text'; text: string } | { type: 'done'; suggestion: Suggestion } | { type: 'quiet'; reason: QuietReason };

/** A reply as it is being written. Throws ApiProblem where the server refuses, and AbortError when it was stopped. */
export async function* readSuggestion(conversationId: number, strategyId: number | undefined, signal: AbortSignal): AsyncGenerator<Told> {
  const query = strategyId === undefined ? '' : `?strategyId=${strategyId}`;
  const open = () => fetch(`/api/v1/strategies/suggestions/conversations/${conversationId}${query}`, { signal, credentials: 'same-origin', headers: { accept: 'text/event-stream' } });
  let response = await open();
  if (response.status === 401) {
    // A call of the usual kind renews the session, or ends it.
    await strategies.getSuggestionState();
    response = await open();
  }
  if (!response.ok || !response.body) throw toProblem(response, await response.json().catch(() => null));
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop()!;
    for (const block of blocks) {
      const told = toldBy(block);
      if (told) yield told;
    }
  }
}

function toldBy(block: string): Told | null {
  const type = /^event: (.*)$/m.exec(block)?.[1];
  const data = /^data: (.*)$/m.exec(block)?.[1];
  if (!data || !suggestionEvents.includes(type as Told['type'])) return null;
  const value = JSON.parse(data) as never;
  return type === 'done' ? { type, suggestion: value } : ({ type, ...(value as object) } as Told);
}
