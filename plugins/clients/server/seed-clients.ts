import type { CustomFields } from '../contract.ts';
import { one, type Random, type Scene, type Trade } from './seed-scenes.ts';

export interface SeedStage {
  id: number;
  name: string;
  kind: string;
  stuckAfterDays: number | null;
}

export type SeedClient = ReturnType<typeof clientOf> & { seedStage: SeedStage; twinOf: number | null };

const day = 86_400_000;

/** Clients along a funnel: young ones stand at its beginning, old ones are won or lost, and some were forgotten half way. */
export function makeClients(scene: Scene, stages: SeedStage[], reasons: number[], users: { id: number }[], random: Random) {
  const handles = new Set<string>();
  const made = Array.from({ length: scene.count - 6 }, () => clientOf(scene, stages, reasons, users, handles, random));
  // A few came in twice, as they do: another spelling, a new address, the same telephone.
  const twins = Array.from({ length: 6 }, (_, index) => {
    const twinOf = 11 + index * 37;
    const { name, ...facts } = made[twinOf]!;
    const fresh = clientOf(scene, stages, reasons, users, handles, random);
    const written = index % 2 ? name : `${name.slice(0, -3)}${name.at(-2)}${name.at(-3)}${name.at(-1)}`;
    const known = index % 3 === 0 ? { email: facts.email, phone: fresh.phone } : { email: index % 2 ? null : fresh.email, phone: facts.phone };
    return { ...fresh, ...known, name: written, company: facts.company, position: facts.position, twinOf };
  });
  return [...made.map((client) => ({ ...client, twinOf: null as number | null })), ...twins];
}

function clientOf(scene: Scene, stages: SeedStage[], reasons: number[], users: { id: number }[], handles: Set<string>, random: Random) {
  const trade = tradeOf(scene, random);
  const [first, last] = [one(random, scene.firstNames), scene.lastName(random)];
  const company = trade.companies.length ? one(random, trade.companies) : null;
  const email = random() < 0.94 ? addressOf(`${first}.${last.split(' ')[0]}`, company, scene, handles, random) : null;
  const age = Math.floor(random() ** 1.7 * 355) + random();
  const createdAt = new Date(Date.now() - age * day);
  const stage = stageFor(age, stages, random);
  const stageSince = new Date(Date.now() - sinceFor(age, stage, random) * day);
  const ended = stage.kind !== 'open';
  const archived = ended && age > 200 && random() < 0.12;
  const early = stages.indexOf(stage) < 2;
  return {
    ...{ name: `${first} ${last}`, email, phone: random() < 0.96 ? scene.phone(random) : null, company },
    ...{ position: company ? one(random, trade.positions) : null, zone: scene.zone, source: one(random, scene.sources) },
    status: archived ? 'archived' : ended ? stage.kind : early ? 'lead' : 'active',
    currency: scene.currency,
    value: early && random() < 0.35 ? null : rounded(trade.value(random)),
    tags: [...new Set(random() < 0.7 ? [one(random, trade.tags), ...(random() < 0.4 ? [one(random, trade.tags)] : [])] : [])],
    ownerId: ownerOf(users, random),
    customFields: random() < 0.85 ? trade.customFields(random) : ({} as CustomFields),
    ...{ stageId: stage.id, stageSince, seedStage: stage },
    lostReasonId: stage.kind === 'lost' ? one(random, reasons) : null,
    ...{ createdAt, updatedAt: stageSince },
  };
}

function tradeOf({ trades }: Scene, random: Random): Trade {
  let left = random();
  return trades.find(({ share }) => (left -= share) < 0) ?? trades[0]!;
}

/** Young clients are still on their way; of the older ones most have been decided. */
function stageFor(age: number, stages: SeedStage[], random: Random): SeedStage {
  const open = stages.filter(({ kind }) => kind === 'open');
  const decided = random() < Math.min(age / 75, 1) * 0.88;
  const end = random() < 0.62 ? 'won' : 'lost';
  if (decided) return stages.find(({ kind }) => kind === end)!;
  const step = age < 4 ? 0 : age < 14 ? random() * 2 : age < 40 ? 0.6 + random() * 2.6 : 1 + random() * 3;
  return open[Math.min(Math.floor(step), open.length - 1)]!;
}

/** Days it stands there: about three in four within what the stage allows. */
function sinceFor(age: number, { kind, stuckAfterDays }: SeedStage, random: Random): number {
  if (kind !== 'open') return Math.max(age - 4 - random() * 45, random() * Math.min(age, 20));
  const allowed = stuckAfterDays ?? 30;
  return Math.min(age, random() < 0.74 ? random() * allowed * 0.95 : allowed * (1.1 + random() * 2.2));
}

/** The one who works most with clients has most of them; the last user sees their own only and should have enough to do. */
function ownerOf(users: { id: number }[], random: Random): number {
  const dice = random();
  const index = dice < 0.2 ? 0 : dice < 0.58 ? 1 : 2;
  return users[Math.min(index, users.length - 1)]!.id;
}

function addressOf(name: string, company: string | null, { mailHosts }: Scene, handles: Set<string>, random: Random): string {
  const host = company ? `${plain(company.replace(/\W+/g, ''))}.example` : one(random, mailHosts);
  const handle = plain(name);
  for (let number = 0; ; number++) {
    const address = `${handle}${number || ''}@${host}`;
    if (handles.has(address)) continue;
    handles.add(address);
    return address;
  }
}

const rounded = (value: number) => (value > 2000 ? Math.round(value / 50) * 50 : Math.round(value / 5) * 5);

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\w.]+/g, '')
    .toLowerCase();
