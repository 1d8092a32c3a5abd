import { Access, Database, type PluginServices } from '@loctelli/core/server';
import { searchText } from './search.ts';
import { sceneOf } from './seed-scenes.ts';

const day = 86_400_000;
const statuses = ['lead', 'lead', 'lead', 'active', 'active', 'won', 'won', 'lost', 'archived'] as const;

/** Fills a new demo tenant with clients as its business would have them: the same ones at every start, spread over the last year. */
export async function seed(services: PluginServices): Promise<void> {
  const db = services.get(Database);
  const { slug } = services.get(Access).tenant;
  const scene = sceneOf(slug);
  const random = dice(slug);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const users = await db.user.findMany({ where: { isActive: true }, orderBy: { id: 'asc' }, select: { id: true } });
  await db.clientField.createMany({ data: scene.fields });

  const seen = new Set<string>();
  const clients = Array.from({ length: scene.count }, (_, index) => {
    const [first, last] = [pick(scene.firstNames), pick(scene.lastNames)];
    const company = random() < scene.companyShare ? pick(scene.companies) : null;
    const handle = plain(`${first}.${last.split(' ')[0]}`);
    const email = `${handle}${seen.has(handle) ? index : ''}@${company ? `${plain(company.replace(/\W+/g, ''))}.example` : 'mail.example'}`;
    seen.add(handle);
    const createdAt = new Date(Date.now() - Math.floor(random() ** 1.5 * 360 * day) - 60_000);
    const status = pick(statuses);
    const facts = {
      ...{ name: `${first} ${last}`, email, phone: scene.phone(random), company, position: company ? pick(scene.positions) : null },
      ...{ zone: scene.zone, status, source: pick(scene.sources), currency: scene.currency },
      value: status === 'lead' && random() < 0.5 ? null : Math.round(scene.value(random) / 10) * 10,
      tags: [...new Set(random() < 0.6 ? [pick(scene.tags), pick(scene.tags)] : [])],
      ownerId: pick(users).id,
      customFields: scene.customFields(random),
      ...{ createdAt, updatedAt: between(createdAt, random) },
    };
    return { ...facts, search: searchText(facts) };
  });
  const rows = await db.client.createManyAndReturn({ data: clients, select: { id: true, ownerId: true, createdAt: true } });
  const notes = rows.flatMap(({ id, ownerId, createdAt }) => {
    if (random() > 0.35) return [];
    const at = between(createdAt, random);
    return [{ clientId: id, authorId: ownerId, body: pick(scene.notes), createdAt: at, updatedAt: at }];
  });
  await db.clientNote.createMany({ data: notes });
}

/** Some time after, within six weeks and not in the future. */
const between = (start: Date, random: () => number) =>
  new Date(start.getTime() + random() * Math.min(42 * day, Date.now() - start.getTime()));

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/[^\w.]+/g, '')
    .toLowerCase();

/** Numbers from 0 to 1 that look random and are the same for the same word (mulberry32). */
function dice(word: string): () => number {
  let state = [...word].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619), 2_166_136_261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
