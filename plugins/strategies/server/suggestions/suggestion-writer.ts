import { Injectable } from '@nestjs/common';
import type { QuietReason } from '../../contract.ts';
import { ModelEndpoint, ModelFailure } from './model-endpoint.ts';
import { promptOf, type Talk } from './prompt.ts';
import { TextGuard, type OfferedSlot } from './text-guard.ts';

export type Writing = { type: 'text'; text: string } | { type: 'done'; text: string; slots: OfferedSlot[] } | { type: 'quiet'; reason: QuietReason };

/** Has a reply written, and lets nothing through that must not be said. It keeps nothing, sends nothing and never throws. */
@Injectable()
export class SuggestionWriter {
  constructor(private readonly model: ModelEndpoint) {}

  /** The reply sentence by sentence, and how it ended. Stop reading and the model is asked no longer. */
  async *write(talk: Talk): AsyncGenerator<Writing> {
    const guard = new TextGuard({ slots: talk.slots, prohibited: talk.script.prohibited });
    const pieces = this.model.write(promptOf(talk));
    try {
      for (;;) {
        const { done, value } = await pieces.next();
        const passed = done ? guard.end(value.whole) : guard.push(value);
        if (passed) yield { type: 'text', text: passed };
        if (done || guard.verdict) break;
      }
    } catch (error) {
      return yield { type: 'quiet', reason: error instanceof ModelFailure ? error.reason : 'unreachable' };
    } finally {
      await pieces.return({ whole: false, status: 0 }).catch(() => null);
    }
    if (guard.verdict) yield { type: 'quiet', reason: guard.verdict };
    else if (!guard.text) yield { type: 'quiet', reason: 'empty' };
    else yield { type: 'done', text: guard.text, slots: guard.slots };
  }

  /** The whole of it, for who need not see it grow. */
  async suggest(talk: Talk): Promise<Exclude<Writing, { type: 'text' }>> {
    for await (const writing of this.write(talk)) if (writing.type !== 'text') return writing;
    return { type: 'quiet', reason: 'empty' };
  }
}
