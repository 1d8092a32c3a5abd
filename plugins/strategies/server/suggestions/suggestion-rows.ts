import { Injectable } from '@nestjs/common';
import { Access, Database, UnitOfWork, type Prisma } from '@loctelli/core/server';
import { Temporal } from 'temporal-polyfill';
import type { Suggestion } from '../../contract.ts';
import { OpenSlots } from '../playbook/open-slots.ts';
import type { Followed } from '../playbook/scripts.ts';
import { ModelEndpoint } from './model-endpoint.ts';
import type { Conversing } from './talks.ts';
import type { OfferedSlot } from './text-guard.ts';

/** A time that was offered, and of what. */
export interface KeptSlot extends OfferedSlot {
  eventTypeId: number;
}
export type SuggestionRow = Prisma.StrategySuggestionGetPayload<object>;
export const slotsOf = ({ slots }: SuggestionRow): KeptSlot[] => slots as unknown as KeptSlot[];

/** What was suggested. Each time the model is asked has its row, also when nothing came of it: the day's limit counts them. */
@Injectable()
export class SuggestionRows {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly uow: UnitOfWork,
    private readonly model: ModelEndpoint,
    private readonly slots: OpenSlots,
  ) {}

  /** Takes one of the day's suggestions; null when there is none left. The day is the tenant's. */
  async take({ conversationId, lastIncomingSequence: sequence }: Conversing, { strategyId }: Followed, automatic = false): Promise<SuggestionRow | null> {
    const { aiDailyLimit } = await this.model.set;
    const today = Temporal.Now.zonedDateTimeISO(this.access.tenant.zone).startOfDay().epochMilliseconds;
    return this.uow.run(async () => {
      // Those who ask at once are counted one after the other.
      await this.db.$executeRaw`select pg_advisory_xact_lock(hashtextextended('strategies:suggestions', current_setting('app.tenant_id')::int))`;
      if ((await this.db.strategySuggestion.count({ where: { createdAt: { gte: new Date(today) } } })) >= aiDailyLimit) return null;
      const userId = this.access.isSignedIn ? this.access.user.id : null;
      return this.db.strategySuggestion.create({ data: { conversationId, sequence, strategyId, automatic, userId, text: '', status: 'asked' } });
    });
  }

  /** Keeps what was written; null when one of its times was taken while it was. */
  async offer(row: SuggestionRow, text: string, slots: readonly OfferedSlot[], eventTypeId: number | null): Promise<SuggestionRow | null> {
    const kept = slots.map((slot) => ({ ...slot, eventTypeId: eventTypeId! }));
    if (!(await this.areFree(kept))) return null;
    return this.uow.run(() => this.db.strategySuggestion.update({ where: { id: row.id }, data: { text, slots: kept as unknown as Prisma.InputJsonArray, status: 'offered' } }));
  }

  /** Nothing came of it. */
  async quieten({ id }: SuggestionRow): Promise<void> {
    await this.uow.run(() => this.db.strategySuggestion.updateMany({ where: { id, status: 'asked' }, data: { status: 'quiet' } }));
  }

  async areFree(slots: readonly KeptSlot[]): Promise<boolean> {
    for (const { eventTypeId, start } of slots) if (!(await this.slots.isFree(eventTypeId, start))) return false;
    return true;
  }
}

export const suggestionOf = (row: SuggestionRow): Suggestion => ({
  ...{ id: row.id, conversationId: row.conversationId, strategyId: row.strategyId, sequence: row.sequence, text: row.text, automatic: row.automatic },
  slots: slotsOf(row).map(({ start, text }) => ({ start, text })),
  status: row.status as Suggestion['status'],
  createdAt: row.createdAt.toISOString(),
});
