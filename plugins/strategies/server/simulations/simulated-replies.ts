import { Injectable } from '@nestjs/common';
import { Access } from '@loctelli/core/server';
import type { PlaybookAnswers, Script } from '../../contract.ts';
import type { Fact } from '../engine/facts.ts';
import type { SimulatedEvent } from '../engine/simulate.ts';
import { KnownClients } from '../playbook/known-client.ts';
import { SuggestionWriter } from '../suggestions/suggestion-writer.ts';
import { Talks } from '../suggestions/talks.ts';

/** An endpoint is asked so often in one run at most: each answer takes its time, and somebody waits. */
const most = 5;
interface Speaker {
  clientId: number | null;
  name: string;
  answers: Readonly<Record<string, Fact>>;
  zone: string;
}

/** What would be suggested in answer to what the client of a scenario writes. */
@Injectable()
export class SimulatedReplies {
  constructor(
    private readonly access: Access,
    private readonly clients: KnownClients,
    private readonly talks: Talks,
    private readonly writer: SuggestionWriter,
  ) {}

  /** The same events, with a suggestion after each message of the client, or why there is none. */
  async among(events: readonly SimulatedEvent[], script: Script, { clientId, name, answers, zone }: Speaker): Promise<SimulatedEvent[]> {
    const client = clientId === null ? null : await this.clients.find(clientId);
    const history: { kind: 'incoming' | 'outgoing'; text: string }[] = [];
    const all: SimulatedEvent[] = [];
    let asked = 0;
    for (const event of events) {
      all.push(event);
      const isReply = event.what === 'happening' && event.kind === 'reply';
      const isWritten = event.what === 'step' && (event.kind === 'message' || event.kind === 'email');
      if (event.text && (isReply || isWritten)) history.push({ kind: isReply ? 'incoming' : 'outgoing', text: event.text });
      if (!isReply || !event.text || asked++ >= most) continue;
      const talk = await this.talks.made(script, client, name, answers as PlaybookAnswers, { history: [...history], zone, locale: this.access.tenant.locale });
      const suggested = await this.writer.suggest(talk);
      const text = suggested.type === 'done' ? suggested.text : null;
      if (text) history.push({ kind: 'outgoing', text });
      all.push({ at: event.at, what: 'suggestion', stepId: null, kind: suggested.type, variant: null, subject: null, text, note: suggested.type === 'quiet' ? suggested.reason : null });
    }
    return all;
  }
}
