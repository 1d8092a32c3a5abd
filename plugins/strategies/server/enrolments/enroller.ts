import { Injectable } from '@nestjs/common';
import { Database } from '@loctelli/core/server';
import type { EnrolmentSource } from '../../contract.ts';
import { planned } from '../engine/decide.ts';
import { ClientFacts, type KnownClient } from './client-facts.ts';
import { Definitions } from './definitions.ts';
import { EnrolmentLine } from './enrolment-line.ts';
import { EnrolmentNews, told } from './enrolment-news.ts';
import { live } from './enrolment-row.ts';

interface Order {
  strategyId: number;
  versionId: number;
  source: EnrolmentSource;
  cause?: string | null;
  enrolRunId?: number | null;
  /** In whose name it writes to a client. */
  ownerOf: (client: KnownClient) => number;
}
/** Why a client was left out. */
export type LeftOut = 'unknown' | 'unsubscribed' | 'enrolled';

/** Begins enrolments: of one client, or of many with few statements. Judges no permission. */
@Injectable()
export class Enroller {
  constructor(
    private readonly db: Database,
    private readonly facts: ClientFacts,
    private readonly definitions: Definitions,
    private readonly line: EnrolmentLine,
    private readonly news: EnrolmentNews,
  ) {}

  /** Call it in a unit of work. @returns ids of the enrolments, and who was left out */
  async enrol(clients: ReadonlyMap<number, KnownClient>, clientIds: readonly number[], { strategyId, versionId, source, cause = null, enrolRunId = null, ownerOf }: Order): Promise<{ ids: number[]; leftOut: Map<number, LeftOut> }> {
    const { cadence } = await this.definitions.of(versionId);
    const leftOut = new Map<number, LeftOut>();
    const wanted = [...new Set(clientIds)];
    for (const { clientId } of await this.db.strategyOptOut.findMany({ where: { clientId: { in: wanted } }, select: { clientId: true } })) leftOut.set(clientId, 'unsubscribed');
    for (const { clientId } of await this.db.strategyEnrolment.findMany({ where: { strategyId, clientId: { in: wanted }, status: live }, select: { clientId: true } })) leftOut.set(clientId, 'enrolled');
    for (const clientId of wanted) if (!clients.has(clientId)) leftOut.set(clientId, 'unknown');
    const clockOf = await this.facts.clocks();
    const [now, stepId] = [Date.now(), cadence.steps[0]?.id ?? null];
    const data = [];
    for (const clientId of wanted) {
      if (leftOut.has(clientId)) continue;
      const client = clients.get(clientId)!;
      const { at, delay } = planned(cadence, stepId, now, clockOf(client));
      data.push({ strategyId, versionId, clientId, ownerId: ownerOf(client), source, cause, enrolRunId, stepId, nextAt: new Date(at), delay, createdAt: new Date(now) });
    }
    // Whoever enrols the same client meanwhile is first, or waits here and is left out.
    const rows = data.length ? await this.db.strategyEnrolment.createManyAndReturn({ data, skipDuplicates: true, include: told }) : [];
    for (const { clientId } of data) if (!rows.some((row) => row.clientId === clientId)) leftOut.set(clientId, 'enrolled');
    for (const row of rows) await this.line.put(row);
    await this.news.enrolled(rows, source);
    return { ids: rows.map(({ id }) => id), leftOut };
  }
}
