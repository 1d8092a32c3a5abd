import type { Prisma } from '@loctelli/core/server';
import type { SeedClient, SeedStage } from './seed-clients.ts';
import { one, type Random, type Scene } from './seed-scenes.ts';

const hour = 3_600_000;
const day = 24 * hour;

type Told = SeedClient & { id: number };
type Entry = Prisma.TimelineEntryCreateManyInput;

interface Stories {
  notes: Prisma.ClientNoteCreateManyInput[];
  tasks: Prisma.ClientTaskCreateManyInput[];
  /** In agreement with notes and tasks, once these have ids. */
  timeline: (noteId: (index: number) => number, taskId: (index: number) => number) => Entry[];
}

/** What happened to the clients: notes as an office writes them, tasks open, late and done, and the way through the stages. */
export function tellStories(scene: Scene, clients: Told[], users: { id: number; name: string }[], stages: SeedStage[], random: Random): Stories {
  const names = new Map(users.map(({ id, name }) => [id, name.split(' ')[0]!]));
  const notes: Prisma.ClientNoteCreateManyInput[] = [];
  const tasks: Prisma.ClientTaskCreateManyInput[] = [];
  const entries: Entry[] = [];
  const later: ((noteId: (index: number) => number, taskId: (index: number) => number) => Entry)[] = [];
  const lastUsed = bag(scene.notes, random);

  for (const client of clients) {
    const { id: clientId, ownerId, createdAt, stageSince, seedStage } = client;
    const fill = (text: string) =>
      text.replace('{first}', client.name.split(' ')[0]!).replace('{owner}', names.get(ownerId) ?? '').replace('{company}', client.company ?? '');
    const entry = (kind: string, at: Date, more: Partial<Entry> = {}): Entry => ({ subject: 'Client', subjectId: clientId, kind: `clients.${kind}`, actorId: ownerId, at, ...more });
    const note = (text: string, at: Date) => {
      const index = notes.push({ clientId, authorId: ownerId, body: fill(text), createdAt: at, updatedAt: at }) - 1;
      later.push((noteId) => entry('note', at, { body: fill(text), params: { version: 1 }, source: `ClientNote:${noteId(index)}` }));
    };
    const between = (from: Date, to: Date) => new Date(from.getTime() + random() * Math.max(to.getTime() - from.getTime(), hour / 60));

    entries.push(entry('created', createdAt));
    const path = stages.slice(0, stages.indexOf(seedStage) + 1).filter((stage) => stage.kind === 'open' || stage === seedStage);
    const stops = [...path.slice(2).map(() => between(createdAt, stageSince))].sort((a, b) => a.getTime() - b.getTime()).concat(path.length > 1 ? [stageSince] : []);
    for (const [index, at] of stops.entries()) entries.push(entry('stage-changed', at, { params: { from: path[index]!.name, to: path[index + 1]!.name } }));

    const count = seedStage === stages[0] ? Math.floor(random() * 2) : 1 + Math.floor(random() * 3);
    for (let index = 0; index < count; index++) note(lastUsed(), between(createdAt, new Date()));
    if (seedStage.kind === 'won') note(one(random, scene.wonNotes), new Date(stageSince.getTime() + hour / 4));
    if (seedStage.kind === 'lost') note(one(random, scene.lostNotes), new Date(stageSince.getTime() + hour / 4));

    if (random() > (seedStage.kind === 'open' ? 0.62 : 0.2)) continue;
    const done = seedStage.kind !== 'open' || random() < 0.3;
    const written = between(new Date(Math.max(createdAt.getTime(), Date.now() - 20 * day)), new Date(Date.now() - hour));
    const dueAt = dueFor(scene, done, written, random);
    const completedAt = done ? between(written, new Date()) : null;
    const title = fill(one(random, scene.tasks));
    const index =
      tasks.push({ clientId, title, dueAt, assigneeId: ownerId, createdById: ownerId, completedAt, completedById: done ? ownerId : null, remindedAt: dueAt && dueAt < new Date() ? dueAt : null, createdAt: written, updatedAt: completedAt ?? written }) - 1;
    later.push((_, taskId) => entry('task-created', written, { params: { title, assignee: users.find(({ id }) => id === ownerId)?.name ?? null }, source: `ClientTask:${taskId(index)}` }));
    if (completedAt) later.push((_, taskId) => entry('task-done', completedAt, { params: { title }, source: `ClientTaskDone:${taskId(index)}` }));
  }
  const timeline: Stories['timeline'] = (noteId, taskId) =>
    [...entries, ...later.map((make) => make(noteId, taskId))].sort((a, b) => (a.at as Date).getTime() - (b.at as Date).getTime());
  return { notes, tasks, timeline };
}

/** Of the open ones some are late, some are for today, most for the days to come; at full hours of a working day. */
function dueFor({ opensAt }: Scene, done: boolean, written: Date, random: Random): Date | null {
  const dice = random();
  if (dice > 0.92) return null;
  const days = done ? -random() * 6 : dice < 0.25 ? -1 - random() * 6 : dice < 0.45 ? 0 : 1 + random() * 12;
  const due = new Date(Date.now() + Math.round(days) * day);
  due.setUTCHours(opensAt + Math.floor(random() * 7), random() < 0.5 ? 0 : 30, 0, 0);
  return done && due < written ? new Date(written.getTime() + 4 * hour) : due;
}

/** Draws each of a list once before any comes again. */
function bag<T>(list: readonly T[], random: Random): () => T {
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = [...list];
    return left.splice(Math.floor(random() * left.length), 1)[0]!;
  };
}
