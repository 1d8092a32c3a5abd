import { bootKernel, type Kernel } from '@loctelli/core/testing';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Notifications } from '../notifications/notifications.ts';
import { Timeline } from '../timeline/timeline.ts';
import { BackgroundJobs } from './background-jobs.ts';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await bootKernel();
});
afterAll(() => kernel.close());

const userId = (role: 'admin' | 'user') => kernel.a.users[role].id;
const addJob = (role: 'admin' | 'user') =>
  kernel.within(kernel.a, async () => (await kernel.get(Database).backgroundJob.create({ data: { userId: userId(role), kind: 'clients.import', params: { name: 'a.csv' } } })).id);

test('long work is seen by its owner alone, ends once, and its end is a notification', async () => {
  const [owner, other, stranger] = [await kernel.as(kernel.a, 'user'), await kernel.as(kernel.a), await kernel.as(kernel.b, 'user')];
  const jobs = kernel.get(BackgroundJobs);
  const id = await addJob('user');
  await kernel.within(kernel.a, () => jobs.advance(id, { processed: 40, total: 100 }));
  expect((await owner.get('/background-jobs')).body.items).toMatchObject([{ id, status: 'running', processed: 40, total: 100 }]);
  expect((await other.get('/background-jobs')).body.items).toEqual([]);
  expect((await stranger.get('/background-jobs')).body.items).toEqual([]);
  expect((await owner.post(`/background-jobs/${id}/dismiss`)).status).toBe(404);

  await kernel.within(kernel.a, () => jobs.finish(id, 'done', { params: { name: 'a.csv', created: 100 }, href: '/clients/import/1' }));
  await kernel.within(kernel.a, () => jobs.finish(id, 'failed'));
  await kernel.within(kernel.a, () => jobs.advance(id, { processed: 1 }));
  expect((await owner.get('/background-jobs')).body.items).toMatchObject([{ status: 'done', processed: 40, href: '/clients/import/1' }]);
  const bell = (await owner.get('/notifications')).body;
  expect(bell).toMatchObject({ unread: 1, items: [{ kind: 'clients.import-done', params: { created: 100 }, readAt: null }] });

  expect((await stranger.post(`/background-jobs/${id}/dismiss`)).status).toBe(404);
  expect((await owner.post(`/background-jobs/${id}/dismiss`)).status).toBe(204);
  expect((await owner.get('/background-jobs')).body.items).toEqual([]);
});

test('a bell belongs to one user; others read nothing of it and cannot silence it', async () => {
  const [user, admin] = [await kernel.as(kernel.a, 'user'), await kernel.as(kernel.a)];
  await kernel.within(kernel.a, () => kernel.get(Notifications).send({ userIds: [userId('user'), userId('user')], kind: 'clients.mentioned' }));
  const { items } = (await user.get('/notifications?unread=true')).body;
  const mine = items.filter(({ kind }: { kind: string }) => kind === 'clients.mentioned');
  expect(mine).toHaveLength(1);
  expect((await admin.post('/notifications/read', { ids: [mine[0].id] })).status).toBe(204);
  expect((await user.get('/notifications?unread=true')).body.items).toContainEqual(mine[0]);
  expect((await user.post('/notifications/read', {})).status).toBe(204);
  expect((await user.get('/notifications')).body.unread).toBe(0);
});

test('a notification is told if and only if its unit of work commits', async () => {
  const user = await kernel.as(kernel.a, 'user');
  const before = (await user.get('/notifications')).body.items.length;
  const failing = kernel.within(kernel.a, () =>
    kernel.get(UnitOfWork).run(async () => {
      await kernel.get(Notifications).send({ userIds: [userId('user')], kind: 'clients.mentioned' });
      await kernel.get(Timeline).record({ subject: 'Client', subjectId: 7, kind: 'clients.created' });
      throw new Error('no');
    }),
  );
  await expect(failing).rejects.toThrow('no');
  expect((await user.get('/notifications')).body.items).toHaveLength(before);
  expect(await kernel.within(kernel.a, () => kernel.get(Database).timelineEntry.count())).toBe(0);
});

test('a timeline is written by anyone, kept apart by tenant, and follows what it tells of', async () => {
  const [timeline, db] = [kernel.get(Timeline), kernel.get(Database)];
  const told = (tenant = kernel.a) => kernel.within(tenant, () => db.timelineEntry.findMany({ where: { subject: 'Client' }, orderBy: { at: 'asc' } }));
  await kernel.within(kernel.a, () =>
    timeline.recordMany([
      { subject: 'Client', subjectId: 1, kind: 'clients.note', body: 'hello', source: 'ClientNote:1', at: new Date('2026-01-01T10:00:00Z') },
      { subject: 'Client', subjectId: 2, kind: 'chat.message', permission: 'chat.read', at: new Date('2026-01-02T10:00:00Z') },
    ]),
  );
  expect(await told()).toMatchObject([{ subjectId: 1, body: 'hello', at: new Date('2026-01-01T10:00:00Z') }, { subjectId: 2, permission: 'chat.read' }]);
  expect(await told(kernel.b)).toEqual([]);

  await kernel.within(kernel.b, () => timeline.retract('ClientNote:1'));
  await kernel.within(kernel.a, () => timeline.revise('ClientNote:1', { body: 'hi' }));
  expect((await told())[0]).toMatchObject({ body: 'hi' });

  const moved = await kernel.within(kernel.a, () => timeline.move('Client', [1], 2));
  expect((await told()).map(({ subjectId }) => subjectId)).toEqual([2, 2]);
  await kernel.within(kernel.a, () => timeline.moveEntries(moved[1]!, 1));
  expect((await told()).map(({ subjectId }) => subjectId)).toEqual([1, 2]);
  await kernel.within(kernel.a, () => timeline.retract('ClientNote:1'));
  expect(await kernel.within(kernel.a, () => timeline.erase('Client', 2))).toBe(1);
  expect(await told()).toEqual([]);
});
