import { Injectable } from '@nestjs/common';
import { Database, Prisma, UnitOfWork } from '@loctelli/core/server';
import type { Match } from './likeness.ts';

export interface Pair extends Match {
  firstId: number;
  secondId: number;
}

const size = 2000;
/** As columns without a zone hold it. */
const utc = (moment: Date) => moment.toISOString().slice(0, -1);

/** Keeps pairs. What somebody said about one (that it is none) stays, whatever is found again. */
@Injectable()
export class PairStore {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
  ) {}

  async keep(pairs: readonly Pair[]): Promise<void> {
    for (let start = 0; start < pairs.length; start += size) {
      const some = JSON.stringify(pairs.slice(start, start + size));
      await this.db.$executeRaw`
        insert into "ClientDuplicate" ("firstId", "secondId", score, reasons, "updatedAt")
        select r."firstId", r."secondId", r.score, r.reasons, now() at time zone 'utc'
        from jsonb_to_recordset(${some}::jsonb) as r("firstId" int, "secondId" int, score int, reasons text[])
        order by 1, 2
        on conflict ("tenantId", "firstId", "secondId") do update set score = excluded.score, reasons = excluded.reasons, "updatedAt" = excluded."updatedAt"`;
    }
  }

  /** Forgets what was a pair once and is no more: open pairs that were not found since. */
  async forgetBefore(moment: Date): Promise<void> {
    await this.db.$executeRaw`delete from "ClientDuplicate" where status = 'open' and "updatedAt" < ${utc(moment)}::timestamp`;
  }

  /**
   * The open pairs of some clients, said anew.
   * @param since when the clients were looked at, by the database's clock: what was found later stays, for it knows better, as when a merge is taken
   *   back while what it changed is still being looked at
   * @returns how many are pairs no more
   */
  async replace(ids: readonly number[], pairs: readonly Pair[], since: Date): Promise<number> {
    return this.uow.run(async () => {
      const still = JSON.stringify(pairs.map(({ firstId, secondId }) => ({ firstId, secondId })));
      const gone = await this.db.$executeRaw(Prisma.sql`
        delete from "ClientDuplicate" d
        where d.status = 'open' and (d."firstId" = any(${ids}::int[]) or d."secondId" = any(${ids}::int[]))
          and d."updatedAt" < ${utc(since)}::timestamp
          and not exists (select from jsonb_to_recordset(${still}::jsonb) as r("firstId" int, "secondId" int) where r."firstId" = d."firstId" and r."secondId" = d."secondId")`);
      await this.keep(pairs);
      return gone;
    });
  }
}
