import { Injectable } from '@nestjs/common';
import type { MessageParams } from '@loctelli/core';
import { Audit, Events, Live, Timeline } from '@loctelli/core/server';
import { clientEnrolled, enrolmentEnded, strategiesChanged, type EnrolmentSource, type StopReason } from '../../contract.ts';
import { hrefOf } from './enrolment-row.ts';

/** Of whom something is told. */
export interface Told {
  id: number;
  strategyId: number;
  clientId: number;
  ownerId: number;
  strategy: { name: string };
  version: { number: number };
}
export const told = { strategy: { select: { name: true } }, version: { select: { number: true } } };

/** What happens to enrolments, told to clients' timelines, browsers and other plugins. */
@Injectable()
export class EnrolmentNews {
  constructor(
    private readonly events: Events,
    private readonly timeline: Timeline,
    private readonly live: Live,
    private readonly audit: Audit,
  ) {}

  async enrolled(rows: readonly Told[], source: EnrolmentSource): Promise<void> {
    if (rows.length === 0) return;
    await this.events.emitMany(clientEnrolled, rows.map((row) => ({ ...about(row), source })));
    await this.timeline.recordMany(rows.map((row) => entry(row, 'enrolled')));
    await this.changed(rows);
  }

  async ended(rows: readonly Told[], status: 'completed' | 'stopped' | 'failed', reason: StopReason | null): Promise<void> {
    if (rows.length === 0) return;
    await this.events.emitMany(enrolmentEnded, rows.map((row) => ({ ...about(row), status, reason })));
    // A choice within a message has no hyphen in its name.
    await this.timeline.recordMany(rows.map((row) => entry(row, status, reason ? { reason: reason === 'by-hand' ? 'byHand' : reason } : {})));
    await this.changed(rows);
  }

  /** One line on the client's timeline. */
  async tell(row: Told, kind: string, params: MessageParams = {}, more: { href?: string | null; body?: string | null } = {}): Promise<void> {
    await this.timeline.record({ ...entry(row, kind, params), ...more });
  }

  /** @param action past participle: `enrolled`, `stopped` … */
  async record(row: Pick<Told, 'id' | 'strategyId' | 'clientId'>, action: string, changes: Record<string, unknown> = {}): Promise<void> {
    await this.audit.record({ action: `strategy.enrolment-${action}`, subject: 'StrategyEnrolment', subjectId: row.id, changes: { strategyId: row.strategyId, clientId: row.clientId, ...changes } });
  }

  /** Browsers that show their strategies fetch anew. */
  async changed(rows: readonly Pick<Told, 'strategyId'>[]): Promise<void> {
    for (const strategyId of new Set(rows.map((row) => row.strategyId))) await this.live.publish(strategiesChanged, { strategyId }, { permission: 'strategies.read' });
  }
}

export const about = ({ id, strategyId, clientId, ownerId, strategy, version }: Told) => ({
  ...{ enrolmentId: id, strategyId, clientId, ownerId },
  strategy: strategy.name,
  number: version.number,
});

const entry = (row: Told, kind: string, params: MessageParams = {}) => ({
  ...{ subject: 'Client', subjectId: row.clientId, kind: `strategies.${kind}`, permission: 'strategies.enrolments' },
  params: { strategy: row.strategy.name, ...params },
  href: hrefOf(row.strategyId, row.id),
});
