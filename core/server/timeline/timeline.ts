import { Injectable } from '@nestjs/common';
import type { MessageParams, Page, TimelineEntry } from '@loctelli/core';
import type { Prisma } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Database } from '../database/database.ts';
import { seek } from '../database/seek.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { userNames } from '../users/user-names.ts';

/** Something that happened to a record. Who did it is taken from the context. */
export interface NewTimelineEntry {
  /** Model of the record. */
  subject: string;
  subjectId: number;
  /** `<plugin>.<what>`; its words stand under `<plugin>.timeline.<what>`. */
  kind: string;
  params?: MessageParams;
  /** Text of its own, such as a note's. */
  body?: string | null;
  href?: string | null;
  /** Permission a reader must hold beside seeing the record. */
  permission?: string | null;
  /** What it tells of, such as `ClientNote:12`; `revise` and `retract` find it by this. */
  source?: string | null;
  at?: Date;
}

interface PageOf {
  subject: string;
  subjectId: number;
  /** Kinds, or ids of plugins for all of theirs. */
  kinds?: readonly string[] | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** The one timeline of a record, which any plugin writes to. The kernel asks nobody whether the reader may see the record: its plugin does. */
@Injectable()
export class Timeline {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly uow: UnitOfWork,
  ) {}

  /** Adds an entry with the open unit of work, in its last statement, or in one of its own. */
  async record(entry: NewTimelineEntry): Promise<void> {
    await this.recordMany([entry]);
  }

  async recordMany(entries: readonly NewTimelineEntry[]): Promise<void> {
    const rows = entries.map(({ params = {}, body = null, href = null, permission = null, source = null, at, ...rest }) => ({
      ...rest,
      ...{ params, body, href, permission, source },
      at: at?.toISOString() ?? null,
    }));
    await this.uow.run(async () => void this.uow.current!.timeline.push(...rows));
  }

  /** What happened to a record, newest first, as far as the caller's permissions reach. */
  async page({ subject, subjectId, kinds, cursor, limit }: PageOf): Promise<Page<TimelineEntry>> {
    const order = seek({ sort: [{ field: 'at', direction: 'desc', type: 'date' }], cursor, limit });
    const allowed = { OR: [{ permission: null }, { permission: { in: Object.keys(this.access.user.grants) } }] };
    const wanted = kinds?.length ? { OR: kinds.map((kind) => ({ kind: kind.includes('.') ? kind : { startsWith: `${kind}.` } })) } : {};
    const where = { AND: [{ subject, subjectId }, allowed, wanted, order.where] };
    const rows = await this.db.timelineEntry.findMany({ where, orderBy: order.orderBy, take: order.take });
    const { items, nextCursor } = order.page(rows);
    const names = await userNames(this.db, items.map(({ actorId }) => actorId));
    return { items: items.map((row) => entryOf(row, names.of(row.actorId))), nextCursor };
  }

  /** Corrects what an entry says, after what it tells of was corrected. */
  async revise(source: string, { body, params }: { body?: string | null; params?: MessageParams }): Promise<void> {
    await this.db.timelineEntry.updateMany({ where: { source }, data: { ...(body !== undefined && { body }), ...(params && { params }) } });
  }

  /** Takes back what is told of something. */
  async retract(source: string): Promise<void> {
    await this.db.timelineEntry.deleteMany({ where: { source } });
  }

  /** Gives the entries of some records to another one. @returns the ids of those that moved, by the record they came from */
  async move(subject: string, fromIds: readonly number[], toId: number): Promise<Record<number, number[]>> {
    const rows = await this.db.timelineEntry.findMany({ where: { subject, subjectId: { in: [...fromIds] } }, select: { id: true, subjectId: true } });
    await this.db.timelineEntry.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { subjectId: toId } });
    return Object.fromEntries(fromIds.map((from) => [from, rows.filter(({ subjectId }) => subjectId === from).map(({ id }) => id)]));
  }

  /** Gives single entries back to a record: the way back from `move`. */
  async moveEntries(ids: readonly number[], toId: number): Promise<void> {
    await this.db.timelineEntry.updateMany({ where: { id: { in: [...ids] } }, data: { subjectId: toId } });
  }

  /** Forgets all that happened to a record. @returns how many entries went */
  async erase(subject: string, subjectId: number): Promise<number> {
    return (await this.db.timelineEntry.deleteMany({ where: { subject, subjectId } })).count;
  }
}

const entryOf = (row: Prisma.TimelineEntryGetPayload<object>, actorName: string | null): TimelineEntry => ({
  ...{ id: row.id, kind: row.kind, body: row.body, href: row.href, actorId: row.actorId, source: row.source },
  params: row.params as MessageParams,
  actorName,
  at: row.at.toISOString(),
});
