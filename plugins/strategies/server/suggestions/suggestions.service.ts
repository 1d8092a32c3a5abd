import { Injectable } from '@nestjs/common';
import { Access, Audit, Database, problem, Procedures } from '@loctelli/core/server';
import { chatErrors, findConversation, replyInConversation } from '../../../chat/contract.ts';
import { strategyErrors } from '../../contract.ts';
import type { SuggestionSend } from '../../contract.ts';
import { ModelEndpoint, ModelFailure } from './model-endpoint.ts';
import { SuggestionRows, slotsOf, suggestionOf, type SuggestionRow } from './suggestion-rows.ts';

/** What becomes of suggested replies. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly procedures: Procedures,
    private readonly model: ModelEndpoint,
    private readonly rows: SuggestionRows,
  ) {}

  async state() {
    const set = await this.model.set;
    const on = this.model.isOn(set) && this.access.can('chat.reply') !== null;
    return { on, autoReply: on && set.autoReply, model: on ? set.aiModel!.trim() : null };
  }

  /** Throws strategies.suggestions-off before an endpoint and a model are named. */
  async test() {
    if (!this.model.isOn(await this.model.set)) throw problem(strategyErrors.suggestionsOff);
    const began = Date.now();
    const pieces = this.model.write([{ role: 'user', content: 'Say hello in one short sentence.' }], 40);
    let text = '';
    try {
      for (;;) {
        const { done, value } = await pieces.next();
        if (done) return { ok: text.trim() !== '', reason: text.trim() ? null : ('empty' as const), status: value.status, milliseconds: Date.now() - began, text: text.trim().slice(0, 500) || null };
        text += value;
      }
    } catch (error) {
      const { reason, status } = error instanceof ModelFailure ? error : { reason: 'unreachable' as const, status: null };
      return { ok: false, reason, status, milliseconds: Date.now() - began, text: null };
    }
  }

  /** Throws strategies.suggestion-not-found, strategies.slot-gone, and what chat says of a message that cannot be sent. */
  async send(id: number, { text, key }: SuggestionSend) {
    const row = await this.#demand(id);
    const known = row.messageId !== null;
    if (!known && !(await this.rows.areFree(slotsOf(row).filter((slot) => text.includes(slot.text))))) throw problem(strategyErrors.slotGone);
    const { conversationId } = row;
    const sent = await this.procedures.call(replyInConversation, { conversationId, key, text, authorId: this.access.user.id });
    if (!sent) throw problem(chatErrors.notFound);
    const status = text === row.text ? 'sent' : 'edited';
    const after = known ? row : await this.db.strategySuggestion.update({ where: { id }, data: { status, messageId: sent.messageId, userId: this.access.user.id } });
    if (!known) await this.audit.record({ action: 'suggestion.sent', subject: 'Conversation', subjectId: conversationId, changes: { suggestionId: id, edited: status === 'edited' } });
    return { suggestion: suggestionOf(after), ...sent };
  }

  /** Throws strategies.suggestion-not-found. */
  async dismiss(id: number) {
    await this.#demand(id);
    await this.db.strategySuggestion.updateMany({ where: { id, status: 'offered' }, data: { status: 'dismissed' } });
    return suggestionOf(await this.db.strategySuggestion.findFirstOrThrow({ where: { id } }));
  }

  /** One that was offered, in a conversation that the caller may answer. */
  async #demand(id: number): Promise<SuggestionRow> {
    const row = await this.db.strategySuggestion.findFirst({ where: { id, status: { notIn: ['asked', 'quiet'] } } });
    const conversation = row && (await this.procedures.call(findConversation, { conversationId: row.conversationId, may: 'reply' }));
    if (!row || !conversation) throw problem(strategyErrors.suggestionNotFound);
    return row;
  }
}
