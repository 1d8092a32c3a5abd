import { Injectable } from '@nestjs/common';
import type { EmittedEvent } from '@loctelli/core';
import { Database, On, UnitOfWork, type Prisma } from '@loctelli/core/server';
import { bookingCreated } from '../../../bookings/contract.ts';
import { messageFailed, messageReceived } from '../../../chat/contract.ts';
import { clientDeleted, clientStageChanged, clientTaskCompleted } from '../../../clients/contract.ts';
import { clientDisqualified, type StopReason } from '../../contract.ts';
import { stopOf, type Happened } from '../engine/stops.ts';
import { Ascription } from './ascription.ts';
import { Definitions } from './definitions.ts';
import { EnrolmentLine } from './enrolment-line.ts';
import { live } from './enrolment-row.ts';
import { EnrolmentStops } from './enrolment-stops.ts';

/** What a payload carries, as far as it is looked at. */
type Heard<T> = EmittedEvent<T & { clientId: number | null }>;

/** Hears what clients do. Events come at least once and in no promised order: what lies before an enrolment does not end it. */
@Injectable()
export class Happenings {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly definitions: Definitions,
    private readonly stops: EnrolmentStops,
    private readonly ascription: Ascription,
    private readonly line: EnrolmentLine,
  ) {}

  @On(messageReceived)
  async replied({ payload: { clientId, conversationId }, occurredAt }: Heard<{ conversationId: number }>): Promise<void> {
    if (clientId === null) return;
    await this.uow.run(async () => {
      await this.ascription.note(clientId, 'repliedAt', new Date(occurredAt));
      await this.#end({ clientId }, { what: 'reply' }, occurredAt, `/chat/${conversationId}`);
    });
  }

  @On(bookingCreated)
  async booked({ payload: { clientId }, occurredAt }: Heard<object>): Promise<void> {
    if (clientId === null) return;
    await this.uow.run(async () => {
      await this.ascription.note(clientId, 'bookedAt', new Date(occurredAt));
      await this.#end({ clientId }, { what: 'booking' }, occurredAt, '/bookings');
    });
  }

  /** Whatever came back: the address is no good for the next one either. */
  @On(messageFailed)
  async bounced({ payload: { clientId, conversationId }, occurredAt }: Heard<{ conversationId: number }>): Promise<void> {
    if (clientId !== null) await this.#end({ clientId }, { what: 'bounce' }, occurredAt, `/chat/${conversationId}`);
  }

  @On(clientStageChanged)
  async moved({ payload: { clientId, toStageId, kind }, occurredAt }: Heard<{ toStageId: number | null; kind: 'open' | 'won' | 'lost' | null }>): Promise<void> {
    if (clientId === null) return;
    await this.uow.run(async () => {
      if (kind === 'won') await this.ascription.note(clientId, 'wonAt', new Date(occurredAt));
      await this.#end({ clientId }, { what: 'stage', stageId: toStageId, kind }, occurredAt, `/clients/${clientId}`);
    });
  }

  @On(clientDeleted)
  async deleted({ payload: { clientId }, occurredAt }: Heard<object>): Promise<void> {
    if (clientId !== null) await this.#end({ clientId }, { what: 'client-gone' }, occurredAt, null);
  }

  @On(clientDisqualified)
  async disqualified({ payload: { clientId, strategyId }, occurredAt }: Heard<{ strategyId: number }>): Promise<void> {
    if (clientId !== null) await this.#end({ clientId, strategyId }, { what: 'disqualified' }, occurredAt, `/clients/${clientId}`);
  }

  @On(clientTaskCompleted)
  async taskDone({ payload: { taskId }, occurredAt }: EmittedEvent<{ taskId: number }>): Promise<void> {
    await this.line.taskEnded(taskId, new Date(occurredAt));
  }

  async #end(where: Prisma.StrategyEnrolmentWhereInput, happened: Happened, occurredAt: string, href: string | null): Promise<void> {
    const rows = await this.db.strategyEnrolment.findMany({ where: { AND: [where, { status: live, createdAt: { lt: new Date(occurredAt) } }] }, select: { id: true, versionId: true } });
    const ending = new Map<StopReason, number[]>();
    for (const { id, versionId } of rows) {
      const reason = stopOf((await this.definitions.of(versionId)).cadence, happened);
      if (reason) ending.set(reason, [...(ending.get(reason) ?? []), id]);
    }
    for (const [reason, ids] of ending) await this.stops.stop({ id: { in: ids } }, reason, href);
  }
}
