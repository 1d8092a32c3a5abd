import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, Problem, Procedures } from '@loctelli/core/server';
import { chatErrors, sendToClient } from '../../../chat/contract.ts';
import { createClientTask } from '../../../clients/contract.ts';
import type { Decision } from '../engine/decide.ts';
import { UnsubscribeLinks } from '../opt-outs/unsubscribe-links.ts';
import type { Deed, StepState } from './step-state.ts';
import { StepTexts } from './step-texts.ts';

type Of<D extends Decision['do']> = Extract<Decision, { do: D }>;

/** Does what was decided, with the open unit of work: nothing of it happens where that does not commit. */
@Injectable()
export class StepDeeds {
  constructor(
    private readonly db: Database,
    private readonly procedures: Procedures,
    private readonly texts: StepTexts,
    private readonly links: UnsubscribeLinks,
  ) {}

  /** Writes to the client. Where there is no way to reach them it is skipped. */
  async write({ row, definition, client, answers }: StepState, { step, variant }: Of<'write'>): Promise<Deed> {
    const { subject, text } = this.texts.fill(variant, await this.texts.values(definition, client, row.ownerId, answers));
    const { id: variantId } = variant;
    if (!text) return { status: 'skipped', what: 'empty', variantId };
    const isMail = step.kind === 'email';
    const author = await this.db.user.findFirst({ where: { id: row.ownerId, isActive: true }, select: { id: true } });
    const channel = isMail ? 'email' : step.channel === 'any' ? undefined : step.channel;
    const order = { clientId: client.id, key: keyOf(row.id, row.ordinal), authorId: author?.id ?? null, subject: subject || null, ...(channel && { channel }) };
    try {
      const unsubscribe = isMail ? await this.links.oneClick(client.id) : undefined;
      const body = isMail ? `${text}\n\n${await this.links.line(client.id)}` : text;
      const { messageId, conversationId } = await this.procedures.call(sendToClient, { ...order, text: body.slice(0, 20_000), ...(unsubscribe && { unsubscribe }) });
      return { status: 'done', what: isMail ? 'mailed' : 'sent', text, href: `/chat/${conversationId}`, messageId, variantId };
    } catch (error) {
      if (error instanceof Problem && unreachable.has(error.definition.code)) return { status: 'skipped', what: 'unreachable', variantId };
      throw error;
    }
  }

  /** Gives whoever the enrolment belongs to something to do. */
  async task({ row, definition, client, answers }: StepState, { step, dueAt }: Of<'task'>): Promise<Deed> {
    const { subject: title, text: body } = this.texts.fill({ subject: step.title, body: step.body }, await this.texts.values(definition, client, row.ownerId, answers));
    const task = { clientId: client.id, title: title || step.title, body: body.slice(0, 5_000) || null, dueAt: new Date(dueAt).toISOString(), assigneeId: row.ownerId };
    const { taskId } = await this.procedures.call(createClientTask, task);
    return { status: step.waits ? 'waiting' : 'done', what: step.kind, text: task.title, href: `/clients/${client.id}`, ...(step.waits && { taskId }) };
  }
}

const unreachable: ReadonlySet<string> = new Set([chatErrors.notAnswerable.code, chatErrors.channelAway.code]);

/** One message per step of an enrolment, however often it is tried: the same uuid for the same two numbers. */
function keyOf(enrolmentId: number, ordinal: number): string {
  const hex = createHash('sha256').update(`strategies:${enrolmentId}:${ordinal}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
