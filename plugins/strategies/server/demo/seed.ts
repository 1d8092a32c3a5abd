import { Access, Database, dice, type PluginServices, type Prisma, Procedures } from '@loctelli/core/server';
import { listEventTypes } from '../../../bookings/contract.ts';
import { definition, scenario, type Definition } from '../../contract.ts';
import type { Facts } from '../engine/facts.ts';
import { emptyDefinition, jsonOf } from '../strategies/strategy-row.ts';
import type { TextValues } from '../texts/fill-in.ts';
import { templates } from './agency.ts';
import { dental } from './dental.ts';
import { makeEnrolments, type Made, type Person, type Published } from './make-enrolments.ts';
import { roofing } from './roofing.ts';
import type { Places, SceneStrategy } from './scene.ts';
import { writeEnrolments, type Story } from './write-enrolments.ts';

const dayMs = 86_400_000;
/** Since when a strategy of the demo rests that does. */
const restedDays = 6;
interface Cast {
  users: { id: number; name: string }[];
  places: Places;
}

/** Fills a new demo tenant with strategies of its trade, and with what became of those it enrolled in the last two months. */
export async function seed(services: PluginServices): Promise<void> {
  const db = services.get(Database);
  const { slug, zone, name: tenantName } = services.get(Access).tenant;
  const users = await usersOf(db);
  if (!users.length) return;
  const random = dice(`${slug} strategies`);
  const [people, { items: types }] = [await peopleOf(db), await services.get(Procedures).call(listEventTypes, {})];
  const stages = await db.stage.findMany({ select: { id: true, name: true } });
  const places: Places = {
    eventType: (wanted) => types.find((type) => type.slug === wanted)?.id ?? null,
    stage: (wanted) => stages.find(({ name }) => name === wanted)?.id ?? null,
  };
  const stories: Story[] = [];
  for (const scene of (slug.includes('dental') ? dental : roofing).strategies) {
    const { strategy, owner, versions } = await makeStrategy(db, scene, { users, places });
    const rests = scene.status === 'paused';
    const until = Date.now() - (rests ? restedDays * dayMs : 0);
    const made = scene.enrolled ? makeEnrolments({ scene, versions, people, clock: { zone, tenantZone: zone, holidays: new Set() }, until, rests }, random) : [];
    const url = (of: Definition) => types.find(({ id }) => id === of.script.booking.eventTypeId)?.url ?? '';
    const valuesOf = ({ person, version: { definition: said } }: Made): Partial<TextValues> => ({
      ...{ 'client.name': person.name, 'client.firstName': first(person.name), 'user.name': owner.name, 'user.firstName': first(owner.name) },
      ...{ 'tenant.name': tenantName, 'persona.name': said.script.persona.name, 'booking.url': url(said) },
    });
    stories.push(...made.map((each) => ({ made: each, strategy, ownerId: owner.id, values: valuesOf(each) })));
    await writePlaybooks(db, scene, made.filter(({ runs }) => runs.some(({ repliedAt }) => repliedAt !== null)).slice(0, 10), { strategyId: strategy.id, ownerId: owner.id }, random);
    // Nobody goes through two strategies in the demo.
    for (const { person } of made) people.splice(people.indexOf(person), 1);
  }
  await writeEnrolments(db, stories);
}

/** Fills a new demo agency with templates for its tenants. */
export async function seedAgency(services: PluginServices): Promise<void> {
  const db = services.get(Database);
  const users = await usersOf(db);
  if (!users.length) return;
  const nowhere: Places = { eventType: () => null, stage: () => null };
  for (const scene of templates) await makeStrategy(db, scene, { users, places: nowhere });
}

async function makeStrategy(db: Database, scene: SceneStrategy, { users, places }: Cast) {
  const { versions, simulations, owner: place, name, tag, industry, description, sharing, status } = scene;
  const owner = users[Math.min(place, users.length - 1)]!;
  const teamId = sharing === 'team' ? ((await db.user.findFirst({ where: { id: owner.id }, select: { teamId: true } }))?.teamId ?? null) : null;
  const said = versions.map((each) => ({ ...each, definition: definition.parse(each.definition(places)) }));
  const last = said.at(-1);
  const draft = last?.definition ?? (scene.draft ? definition.parse(scene.draft(places)) : emptyDefinition());
  const createdAt = new Date(Date.now() - ((versions[0]?.daysAgo ?? 9) + 3) * dayMs);
  const facts = { name, tag, industry, description, sharing, status, teamId, ownerId: owner.id, draft: jsonOf(draft), createdAt };
  const triggers = last?.definition.cadence.triggers.map(({ event }) => event) ?? [];
  const strategy = await db.strategy.create({
    data: { ...facts, triggers, publishedNumber: versions.length || null, changed: !last, version: versions.length + 1 },
    select: { id: true, name: true },
  });
  const published: Published[] = [];
  for (const [index, { daysAgo, note, definition: of }] of said.entries()) {
    const from = Date.now() - daysAgo * dayMs;
    const data = { strategyId: strategy.id, number: index + 1, definition: jsonOf(of), note, publishedById: owner.id, publishedAt: new Date(from) };
    const { id } = await db.strategyVersion.create({ data, select: { id: true } });
    published.push({ id, from, definition: of });
  }
  const kept = simulations.map((each) => ({ strategyId: strategy.id, name: each.name, scenario: scenario.parse(each.scenario) as unknown as Prisma.InputJsonObject }));
  await db.strategySimulation.createMany({ data: kept });
  return { strategy, owner, versions: published };
}

/** Whom a strategy writes to: an address, and no deal that has ended long ago. */
async function peopleOf(db: Database): Promise<Person[]> {
  const rows = await db.client.findMany({
    where: { deletedAt: null, email: { not: null }, status: { in: ['lead', 'active', 'won'] } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, createdAt: true, value: true, source: true, status: true, tags: true },
  });
  return rows.map(({ id, name, createdAt, value, ...facts }) => ({ id, name, createdAt, facts: { ...facts, name, value: value === null ? null : Number(value) } satisfies Facts }));
}

async function writePlaybooks(db: Database, { answers }: SceneStrategy, made: readonly Made[], { strategyId, ownerId }: { strategyId: number; ownerId: number }, random: () => number): Promise<void> {
  const data = made.map(({ person, endedAt, at }) => ({
    ...{ strategyId, clientId: person.id, updatedById: ownerId, createdAt: new Date(at), updatedAt: new Date(endedAt ?? at) },
    answers: Object.fromEntries(Object.entries(answers).flatMap(([key, values]) => (random() < 0.8 ? [[key, values[Math.floor(random() * values.length)]!]] : []))),
  }));
  await db.strategyPlaybook.createMany({ data });
}

const usersOf = (db: Database) => db.user.findMany({ where: { isActive: true }, orderBy: { id: 'asc' }, take: 3, select: { id: true, name: true } });
const first = (name: string) => name.split(' ')[0]!;
