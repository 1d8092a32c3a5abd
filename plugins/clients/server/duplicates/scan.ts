import { Injectable } from '@nestjs/common';
import { BackgroundJobs, Database, Handles, Live, UnitOfWork, type JobRun } from '@loctelli/core/server';
import { duplicatesFound, findDuplicates } from '../../contract.ts';
import { compare, keysOf, leastScore, likenessOf, type Likeable, type Likeness } from './likeness.ts';
import { PairStore, type Pair } from './pair-store.ts';

const page = 5_000;
/** Clients whose keys are held at once: what bounds the memory of a scan, whatever the size of the tenant. */
const perPass = 100_000;
/** Who shares something with more than these is told apart by nothing. */
const largestGroup = { e: 200, p: 200, m: 50, c: 50 } as Record<string, number>;

/** Looks through all clients for pairs. */
@Injectable()
export class DuplicateScan {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly pairs: PairStore,
    private readonly progress: BackgroundJobs,
    private readonly live: Live,
  ) {}

  /** May be repeated at any time: it says of each pair what is true now. */
  @Handles(findDuplicates)
  async run({ progressId }: { progressId: number | null }, { attempt }: Pick<JobRun, 'attempt'>): Promise<void> {
    try {
      const found = await this.scan((processed, total) => (progressId ? this.progress.advance(progressId, { processed, total }) : Promise.resolve()));
      await this.uow.run(async () => {
        if (progressId) await this.progress.finish(progressId, 'done', { params: { count: found }, href: '/clients/duplicates' });
        await this.live.publish(duplicatesFound, { count: found }, { permission: 'clients.read' });
      });
    } catch (error) {
      if (progressId && attempt >= findDuplicates.attempts) await this.progress.finish(progressId, 'failed');
      throw error;
    }
  }

  /**
   * Compares only clients that share a key (keysOf). Their keys are gone through in passes, each holding a share of all keys, so that time
   * grows with the number of clients and memory does not.
   * @returns how many pairs there are
   */
  async scan(tell: (processed: number, total: number) => Promise<void> = async () => {}): Promise<number> {
    const started = new Date(Date.now() - 1);
    const count = await this.db.client.count({ where: { deletedAt: null } });
    const passes = Math.max(1, Math.ceil(count / perPass));
    for (let pass = 0; pass < passes; pass++) {
      const groups = new Map<string, Likeness[]>();
      let seen = 0;
      for await (const clients of this.#pages()) {
        for (const client of clients) {
          const likeness = likenessOf(client);
          for (const key of keysOf(likeness)) {
            if (passes > 1 && hash(key) % passes !== pass) continue;
            const group = groups.get(key);
            if (group) group.push(likeness);
            else groups.set(key, [likeness]);
          }
        }
        seen += clients.length;
        await tell(Math.round((pass * count + seen) / passes), count);
      }
      await this.#compare(groups);
    }
    await this.pairs.forgetBefore(started);
    return this.db.clientDuplicate.count({ where: { status: 'open' } });
  }

  async *#pages(): AsyncGenerator<Likeable[]> {
    for (let lastId = 0; ; ) {
      const clients = await this.db.$queryRaw<Likeable[]>`
        select c.id, c.name, c.email, c.phone, c.company from "Client" c where c."deletedAt" is null and c.id > ${lastId} order by c.id limit ${page}`;
      if (clients.length === 0) return;
      yield clients;
      lastId = clients.at(-1)!.id;
    }
  }

  async #compare(groups: ReadonlyMap<string, Likeness[]>): Promise<void> {
    let found: Pair[] = [];
    const compared = new Set<string>();
    for (const [key, group] of groups) {
      if (group.length < 2 || group.length > largestGroup[key[0]!]!) continue;
      for (const [index, first] of group.entries()) {
        for (const second of group.slice(index + 1)) {
          const pair = `${first.id} ${second.id}`;
          if (compared.has(pair)) continue;
          compared.add(pair);
          const match = compare(first, second);
          if (match && match.score >= leastScore) found.push({ firstId: first.id, secondId: second.id, ...match });
        }
      }
      if (found.length >= page) {
        await this.pairs.keep(found);
        found = [];
      }
    }
    await this.pairs.keep(found);
  }
}

/** FNV-1a: which pass a key belongs to. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return state >>> 0;
}
