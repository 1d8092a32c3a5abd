import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type EmittedEvent } from '@loctelli/core';
import { Access, Audit, Database, Handles, Jobs, On, Procedures, UnitOfWork } from '@loctelli/core/server';
import type { z } from 'zod';
import { findConversation, messageReceived, readHistory, replyInConversation } from '../../../chat/contract.ts';
import { autoReply } from '../../contract.ts';
import { live } from '../playbook/scripts.ts';
import { ModelEndpoint } from './model-endpoint.ts';
import { slotsOf, SuggestionRows } from './suggestion-rows.ts';
import { SuggestionWriter } from './suggestion-writer.ts';
import { Talks, type Conversing } from './talks.ts';

/**
 * Answers clients by itself, where the tenant has it so: in conversations that nobody has, with clients in a strategy. Each message is answered once,
 * after the script's delay, and not at all when somebody wrote meanwhile.
 */
@Injectable()
export class AutoReply {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly uow: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly procedures: Procedures,
    private readonly model: ModelEndpoint,
    private readonly talks: Talks,
    private readonly writer: SuggestionWriter,
    private readonly rows: SuggestionRows,
  ) {}

  @On(messageReceived)
  async hear({ id, payload: { conversationId, clientId, sequence } }: EmittedEvent<z.infer<typeof messageReceived.payload>>): Promise<void> {
    const set = await this.model.set;
    if (!set.autoReply || !this.model.isOn(set) || clientId === null) return;
    const conversation = await this.#waiting(conversationId, sequence);
    const followed = conversation && (await this.talks.follow(conversation));
    if (!followed || !(await this.#isCarriedOut(clientId))) return;
    const { min, max } = followed.script.replyDelay;
    // Chosen by the event, so that one which is heard again waits as long.
    const seconds = min + (createHash('sha256').update(id).digest().readUInt32BE(0) % (max - min + 1));
    await this.jobs.add(autoReply, { conversationId, sequence }, { delayMs: seconds * 1000 });
  }

  @Handles(autoReply)
  async reply({ conversationId, sequence }: z.infer<typeof autoReply.data>): Promise<void> {
    const set = await this.model.set;
    if (!set.autoReply || !this.model.isOn(set)) return;
    const conversation = await this.#waiting(conversationId, sequence);
    if (!conversation || !(await this.#isCarriedOut(conversation.clientId!))) return;
    if (await this.db.strategySuggestion.findFirst({ where: { conversationId, sequence, automatic: true, status: { not: 'asked' } }, select: { id: true } })) return;
    const followed = await this.talks.follow(conversation);
    const row = followed && (await this.rows.take(conversation, followed, true));
    if (!row) return;
    const talk = await this.talks.of(conversation, followed);
    const written = await this.writer.suggest(talk);
    const offered = written.type === 'done' ? await this.rows.offer(row, written.text, written.slots, followed.script.booking.eventTypeId) : null;
    if (!offered) return this.rows.quieten(row);
    const key = keyOf(this.access.tenant.id, conversationId, sequence);
    await this.uow.run(async () => {
      // Somebody may have taken the conversation while the model wrote.
      const goesOut = (await this.#waiting(conversationId, sequence)) && (await this.rows.areFree(slotsOf(offered)));
      const sent = goesOut ? await this.procedures.call(replyInConversation, { conversationId, key, text: offered.text, onlyAfter: sequence }) : null;
      await this.db.strategySuggestion.update({ where: { id: row.id }, data: sent ? { status: 'sent', messageId: sent.messageId } : { status: 'quiet' } });
      if (sent) await this.audit.record({ action: 'suggestion.sent', subject: 'Conversation', subjectId: conversationId, changes: { suggestionId: row.id, automatic: true } });
    });
  }

  /** The conversation, if nobody has it and this message is the last word in it. */
  async #waiting(conversationId: number, sequence: number): Promise<Conversing | null> {
    const conversation = await this.procedures.call(findConversation, { conversationId });
    if (!conversation || conversation.clientId === null || conversation.assigneeId !== null || conversation.status === 'closed') return null;
    const [last] = (await this.procedures.call(readHistory, { conversationId, limit: 1 })).items;
    return last?.sequence === sequence ? conversation : null;
  }

  /** Whether a strategy is carried out on the client, or was until they wrote; and they did not ask to be left alone, nor were turned away. */
  async #isCarriedOut(clientId: number): Promise<boolean> {
    if (await this.db.strategyOptOut.findFirst({ where: { clientId }, select: { id: true } })) return false;
    const last = await this.db.strategyEnrolment.findMany({ where: { clientId }, orderBy: { id: 'desc' }, take: 20, select: { status: true, stopReason: true } });
    return last.some(({ status }) => live.in.includes(status)) || last[0]?.stopReason === 'reply';
  }
}

/** One message of ours for one of theirs, however often it is tried. */
function keyOf(...of: number[]): string {
  const hex = createHash('sha256').update(`strategies:auto-reply:${of.join(':')}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
