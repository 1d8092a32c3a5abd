import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { PlatformConnection } from '../database/platform-connection.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { currentTenantId } from '../tenancy/context.ts';
import { Prisma } from '../../../prisma/build/client/client.ts';

export interface TracesOf {
  /** Model of the records, such as `Client`. */
  subject: string;
  ids: readonly number[];
  /** Name of the records' id in events, such as `clientId`. */
  key: string;
  /** Where their pages are, such as `/clients/`. */
  path: string;
  /** Texts that are taken out wherever they stand alone: names. */
  names: readonly string[];
  /** Texts that are taken out wherever they stand: addresses and numbers that are nobody else's. */
  marks: readonly string[];
}

/** What the kernel keeps beside a record, by place. */
const places: readonly [table: string, column: string][] = [
  ['AuditEntry', 'changes'],
  ['OutboxEvent', 'payload'],
  ['Notification', 'params'],
  ['BackgroundJob', 'params'],
  ['TimelineEntry', 'params'],
  ['SavedView', 'query'],
];

/** Takes what tells of a record out of all that the kernel keeps beside it. That something happened stays; to whom does not. */
@Injectable()
export class Traces {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly platform: PlatformConnection,
  ) {}

  /**
   * Call it in the unit of work that deletes the records. Reads whole tables: for erasure, not for every day.
   * @returns how many entries were emptied or deleted, by kind
   */
  async erase({ subject, ids, key, path, names, marks }: TracesOf): Promise<Record<'audit' | 'events' | 'notifications' | 'timeline' | 'answers', number>> {
    const texts = ids.map(String);
    const timeline = await this.db.timelineEntry.deleteMany({ where: { subject, subjectId: { in: [...ids] } } });
    const audit = await this.db.$executeRaw`update "AuditEntry" set changes = null where subject = ${subject} and "subjectId" = any(${texts}::text[]) and changes is not null`;
    const events = await this.db.$executeRaw`
      update "OutboxEvent" set payload = payload || '{"name": ""}' where payload ->> 'name' is not null and payload ->> ${key} = any(${texts}::text[])`;
    const about = ids.flatMap((id) => [{ href: `${path}${id}` }, { href: { startsWith: `${path}${id}?` } }, { href: { startsWith: `${path}${id}#` } }]);
    const notifications = await this.db.notification.deleteMany({ where: { OR: about } });
    for (const [table, column] of places) await this.#clean(table, column, names, marks);
    const answers = await this.#forgetAnswers(names, marks);
    const tenantId = currentTenantId()!;
    // The queue is no part of the transaction: it is cleaned once there is nothing to go back to.
    this.uow.current?.afterCommit.push(() => this.#cleanQueue(tenantId, names, marks));
    return { audit, events, notifications: notifications.count, timeline: timeline.count, answers };
  }

  async #clean(table: string, column: string, names: readonly string[], marks: readonly string[]): Promise<void> {
    const [name, field] = [Prisma.raw(`"${table}"`), Prisma.raw(`"${column}"`)];
    for (const text of [...names.map(quoted), ...marks.map(inner)])
      await this.db.$executeRaw`update ${name} set ${field} = replace(${field}::text, ${text}, ${text.startsWith('"') ? '""' : ''})::jsonb where strpos(${field}::text, ${text}) > 0`;
  }

  /** What a repeated request would be answered again. */
  async #forgetAnswers(names: readonly string[], marks: readonly string[]): Promise<number> {
    let count = 0;
    for (const text of [...names.map(quoted), ...marks.map(inner)]) count += await this.db.$executeRaw`delete from "IdempotencyKey" where strpos(answer::text, ${text}) > 0`;
    return count;
  }

  async #cleanQueue(tenantId: number, names: readonly string[], marks: readonly string[]): Promise<void> {
    for (const text of [...names.map(quoted), ...marks.map(inner)])
      await this.platform.pool.query(
        `update jobs.job set data = replace(data::text, $1, $2)::jsonb where data ->> 'tenantId' = $3 and strpos(data::text, $1) > 0`,
        [text, text.startsWith('"') ? '""' : '', String(tenantId)],
      );
  }
}

/** A text as it stands alone in JSON, and as part of another. */
const quoted = (text: string) => JSON.stringify(text);
const inner = (text: string) => JSON.stringify(text).slice(1, -1);
