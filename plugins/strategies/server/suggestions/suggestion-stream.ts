import { Injectable, type MessageEvent } from '@nestjs/common';
import { problem, Procedures } from '@loctelli/core/server';
import { Observable, ReplaySubject } from 'rxjs';
import { chatErrors, findConversation } from '../../../chat/contract.ts';
import type { QuietReason } from '../../contract.ts';
import { ModelEndpoint } from './model-endpoint.ts';
import { SuggestionRows, suggestionOf } from './suggestion-rows.ts';
import { SuggestionWriter } from './suggestion-writer.ts';
import { Talks, type Conversing } from './talks.ts';

/** A reply that grows before the eyes of whoever asked for it. */
@Injectable()
export class SuggestionStream {
  constructor(
    private readonly procedures: Procedures,
    private readonly model: ModelEndpoint,
    private readonly talks: Talks,
    private readonly writer: SuggestionWriter,
    private readonly rows: SuggestionRows,
  ) {}

  /** What it is about. Throws chat.not-found, strategies.not-found. */
  async demand(conversationId: number, strategyId?: number) {
    const conversation = await this.procedures.call(findConversation, { conversationId, may: 'reply' });
    if (!conversation) throw problem(chatErrors.notFound);
    return { conversation, followed: await this.talks.follow(conversation, strategyId) };
  }

  /** Whatever fails ends it quietly. */
  async open(conversationId: number, strategyId?: number): Promise<Observable<MessageEvent>> {
    const { conversation, followed } = await this.demand(conversationId, strategyId);
    const events = this.#write(conversation, followed);
    // Begun here and not when somebody listens: here is whom it is for.
    const heard = new ReplaySubject<MessageEvent>();
    void (async () => {
      for await (const event of events) heard.next(event);
    })()
      .catch(() => heard.next(quiet('unreachable')))
      .finally(() => heard.complete());
    return new Observable((listener) => {
      const listening = heard.subscribe(listener);
      return () => {
        listening.unsubscribe();
        void events.return(undefined);
      };
    });
  }

  async *#write(conversation: Conversing, followed: Awaited<ReturnType<Talks['follow']>>): AsyncGenerator<MessageEvent> {
    if (!this.model.isOn(await this.model.set)) return yield quiet('off');
    if (!followed) return yield quiet('no-strategy');
    const talk = await this.talks.of(conversation, followed);
    const row = await this.rows.take(conversation, followed);
    if (!row) return yield quiet('limit');
    try {
      for await (const writing of this.writer.write(talk)) {
        if (writing.type === 'text') yield { type: 'text', data: { text: writing.text } };
        else if (writing.type === 'quiet') yield quiet(writing.reason);
        else {
          const offered = await this.rows.offer(row, writing.text, writing.slots, followed.script.booking.eventTypeId);
          yield offered ? { type: 'done', data: suggestionOf(offered) } : quiet('slot-gone');
        }
      }
    } finally {
      await this.rows.quieten(row);
    }
  }
}

const quiet = (reason: QuietReason): MessageEvent => ({ type: 'quiet', data: { reason } });
