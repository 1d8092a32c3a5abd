import { Access, Database, dice, type PluginServices } from '@loctelli/core/server';
import { likenessOf, compare } from './duplicates/likeness.ts';
import { searchText } from './search.ts';
import { makeClients } from './seed-clients.ts';
import { dental } from './seed-dental.ts';
import { roofing } from './seed-roofing.ts';
import type { Scene } from './seed-scenes.ts';
import { tellStories } from './seed-story.ts';

/** Fills a new demo tenant with clients as its business would have them: the same ones at every start, spread over the last year. */
export async function seed(services: PluginServices): Promise<void> {
  const db = services.get(Database);
  const { slug } = services.get(Access).tenant;
  const scene = slug.includes('dental') ? dental : roofing;
  const random = dice(slug);
  const users = await db.user.findMany({ where: { isActive: true }, orderBy: { id: 'asc' }, select: { id: true, name: true } });
  await db.clientField.createMany({ data: scene.fields.map((field, position) => ({ ...field, position })) });
  const { stages, reasons } = await arrange(db, scene);

  const people = makeClients(scene, stages, reasons, users, random);
  const data = people.map(({ seedStage: _stage, twinOf: _twin, ...facts }) => ({ ...facts, search: searchText(facts) }));
  const rows = await db.client.createManyAndReturn({ data, select: { id: true } });
  const clients = people.map((facts, index) => ({ ...facts, id: rows[index]!.id }));

  const { notes, tasks, timeline } = tellStories(scene, clients, users, stages, random);
  const [writtenNotes, writtenTasks] = await Promise.all([
    db.clientNote.createManyAndReturn({ data: notes, select: { id: true } }),
    db.clientTask.createManyAndReturn({ data: tasks, select: { id: true } }),
  ]);
  await db.timelineEntry.createMany({ data: timeline((note) => writtenNotes[note]!.id, (task) => writtenTasks[task]!.id) });
  await db.clientDuplicate.createMany({ data: pairsOf(clients) });
  const named = new Map(stages.map(({ id, name }) => [name, id]));
  await db.savedView.createMany({
    data: scene.views.map(({ query, ...view }, position) => ({ ...view, list: 'clients', query: query(named), ownerId: users[0]!.id, position })),
  });
}

/** The scene's own pipeline and reasons. */
async function arrange(db: Database, scene: Scene) {
  const { id: pipelineId } = await db.pipeline.create({ data: { name: scene.pipeline, isDefault: true }, select: { id: true } });
  const stages = await db.stage.createManyAndReturn({
    data: scene.stages.map((stage, position) => ({ ...stage, position, pipelineId })),
    select: { id: true, name: true, kind: true, stuckAfterDays: true },
  });
  const reasons = await db.lostReason.createManyAndReturn({
    data: scene.lostReasons.map((label, position) => ({ label, position })),
    select: { id: true },
  });
  return { stages, reasons: reasons.map(({ id }) => id) };
}

/** The last clients are made after earlier ones; what is alike among them is offered as duplicates. */
function pairsOf(clients: ({ id: number; twinOf: number | null } & Parameters<typeof likenessOf>[0])[]) {
  return clients.flatMap((client) => {
    const first = client.twinOf === null ? null : clients[client.twinOf]!;
    const match = first && compare(likenessOf(first), likenessOf(client));
    return match ? [{ firstId: first.id, secondId: client.id, ...match }] : [];
  });
}
