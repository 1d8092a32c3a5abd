import { Injectable } from '@nestjs/common';
import type { EmittedEvent } from '@loctelli/core';
import { Database, Jobs, Live, On } from '@loctelli/core/server';
import { clientCreated, clientMerged, clientRestored, clientsImported, clientUnmerged, clientUpdated, duplicatesFound, findDuplicates } from '../../contract.ts';
import { FindLike } from './find-like.ts';
import { PairStore } from './pair-store.ts';

type Changed = EmittedEvent<{ clientId: number }>;
type Merged = EmittedEvent<{ clientId: number; mergedIds: number[] }>;
const telling = new Set(['name', 'email', 'phone', 'company']);

/** Keeps the pairs true while clients come and change: only who was touched is looked up. */
@Injectable()
export class DuplicateWatch {
  constructor(
    private readonly db: Database,
    private readonly like: FindLike,
    private readonly pairs: PairStore,
    private readonly jobs: Jobs,
    private readonly live: Live,
  ) {}

  @On(clientCreated)
  onCreated({ payload }: Changed): Promise<void> {
    return this.look([payload.clientId]);
  }

  @On(clientUpdated)
  async onUpdated({ payload }: EmittedEvent<{ clientId: number; fields: string[] }>): Promise<void> {
    if (payload.fields.some((field) => telling.has(field))) await this.look([payload.clientId]);
  }

  @On(clientRestored)
  onRestored({ payload }: Changed): Promise<void> {
    return this.look([payload.clientId]);
  }

  @On(clientMerged)
  onMerged({ payload }: Merged): Promise<void> {
    return this.look([payload.clientId]);
  }

  @On(clientUnmerged)
  onUnmerged({ payload }: Merged): Promise<void> {
    return this.look([payload.clientId, ...payload.mergedIds]);
  }

  /** A whole file is looked through at once. */
  @On(clientsImported)
  async onImported({ payload: { created, updated } }: EmittedEvent<{ created: number; updated: number }>): Promise<void> {
    if (created + updated > 0) await this.jobs.add(findDuplicates, { progressId: null });
  }

  /** Says anew which clients are like these. */
  async look(ids: readonly number[]): Promise<void> {
    const [now] = await this.db.$queryRaw<[{ at: Date }]>`select clock_timestamp() as at`;
    const clients = await this.db.client.findMany({ where: { id: { in: [...ids] }, deletedAt: null }, select: { id: true, name: true, email: true, phone: true, company: true } });
    let changed = 0;
    for (const client of clients) {
      const found = await this.like.of(client);
      const pairs = found.map(({ client: other, score, reasons }) => ({ firstId: Math.min(client.id, other.id), secondId: Math.max(client.id, other.id), score, reasons }));
      changed += pairs.length + (await this.pairs.replace([client.id], pairs, now.at));
    }
    if (changed) await this.live.publish(duplicatesFound, { count: changed }, { permission: 'clients.read' });
  }
}
