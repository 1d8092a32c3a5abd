import { Injectable, Logger } from '@nestjs/common';
import type { Prisma } from '../../../prisma/build/client/client.ts';
import { context } from '../tenancy/context.ts';
import { TenantConnection } from './tenant-connection.ts';
import type { Work } from './work.ts';

/**
 * A unit of work: rows, events, jobs and audit entries that commit together or not at all. Mutating routes run inside one; jobs and
 * event handlers open theirs with `run`.
 */
@Injectable()
export class UnitOfWork {
  readonly #logger = new Logger(UnitOfWork.name);
  readonly #listeners: ((work: Work) => unknown)[] = [];

  constructor(private readonly connection: TenantConnection) {}

  /**
   * Runs `body` in a transaction, or in the one that is open already. A rejection rolls everything back and is passed on.
   * @param timeoutMs the transaction is given up after this long
   */
  async run<T>(body: () => Promise<T>, { timeoutMs = 15_000 } = {}): Promise<T> {
    if (this.current) return body();
    let work!: Work;
    const result = await this.connection.prisma.$transaction(
      async (tx) => {
        work = { tx: tx as unknown as Prisma.TransactionClient, touched: new Set(), outbox: [], audit: [], timeline: [], afterCommit: [] };
        return context.run({ ifNested: 'inherit' }, async () => {
          context.set('work', work);
          const answer = await body();
          await flush(work);
          return answer;
        });
      },
      { timeout: timeoutMs, maxWait: 10_000 },
    );
    for (const then of [...work.afterCommit, ...this.#listeners.map((listener) => () => listener(work))]) {
      try {
        await then();
      } catch (error) {
        this.#logger.error(error);
      }
    }
    return result;
  }

  /** Kernel only: adds something to do after every commit, such as waking the relay or telling the cache. */
  afterEveryCommit(listener: (work: Work) => unknown): void {
    this.#listeners.push(listener);
  }

  /** The open unit of work, if any. */
  get current(): Work | undefined {
    return context.isActive() ? (context.get('work') as Work | undefined) : undefined;
  }
}

/** Writes the collected events, jobs, audit and timeline entries in one statement, last thing before the commit. */
async function flush(work: Work): Promise<void> {
  if (!work.outbox.length && !work.audit.length && !work.timeline.length) return;
  const { user, requestId, ip } = context.get();
  const actor = user?.id ?? null;
  await work.tx.$executeRaw`
    with audited as (
      insert into "AuditEntry" (action, subject, "subjectId", changes, "actorId", "requestId", ip)
      select r.action, r.subject, r."subjectId", r.changes, ${actor}::int, ${requestId}, ${ip}
      from jsonb_to_recordset(${JSON.stringify(work.audit)}::jsonb) as r(action text, subject text, "subjectId" text, changes jsonb)
    ), told as (
      insert into "TimelineEntry" (subject, "subjectId", kind, params, body, href, permission, source, "actorId", at)
      select r.subject, r."subjectId", r.kind, r.params, r.body, r.href, r.permission, r.source, ${actor}::int, coalesce(r.at at time zone 'utc', now() at time zone 'utc')
      from jsonb_to_recordset(${JSON.stringify(work.timeline)}::jsonb)
        as r(subject text, "subjectId" int, kind text, params jsonb, body text, href text, permission text, source text, at timestamptz)
    )
    insert into "OutboxEvent" ("eventId", kind, name, payload, "actorId")
    select r."eventId", r.kind, r.name, r.payload, ${actor}::int
    from jsonb_to_recordset(${JSON.stringify(work.outbox)}::jsonb) as r("eventId" uuid, kind text, name text, payload jsonb)`;
}
