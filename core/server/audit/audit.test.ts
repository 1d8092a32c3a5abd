import { bootKernel, type Caller, type Kernel } from '@loctelli/core/testing';
import { PlatformDatabase } from '../database/database.ts';

let kernel: Kernel;
let admin: Caller;
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));

beforeAll(async () => {
  kernel = await bootKernel();
  admin = await kernel.as(kernel.a);
  const { id: actorId } = kernel.a.users.manager;
  const entry = (minute: number, changes: object) => ({ tenantId: kernel.a.id, actorId, action: 'sketch.updated', subject: 'Sketch', createdAt: at(minute), ...changes });
  await kernel.get(PlatformDatabase).auditEntry.createMany({
    data: [
      entry(1, { subjectId: '1', ip: '=cmd()' }),
      entry(2, { subjectId: '2', action: 'sketch.deleted', changes: { name: 'Ünïcode, "quoted"' } }),
      entry(3, { subjectId: '2', actorId: null, subject: 'Other' }),
      { ...entry(4, { subjectId: '1' }), tenantId: kernel.b.id, actorId: null },
    ],
  });
});
afterAll(() => kernel.close());

const found = async (query: string) => (await admin.get(`/audit?${query}`)).body.items.map(({ action, subjectId }: { action: string; subjectId: string }) => `${action} ${subjectId}`);

test('the log is filtered by person, action, subject, record and time', async () => {
  expect(await found('subject=Sketch')).toEqual(['sketch.deleted 2', 'sketch.updated 1']);
  expect(await found('action=sketch.d')).toEqual(['sketch.deleted 2']);
  expect(await found(`actorId=${kernel.a.users.manager.id}&subject=Sketch&subjectId=1`)).toEqual(['sketch.updated 1']);
  expect(await found(`action=sketch.&from=${at(2).toISOString()}&until=${at(3).toISOString()}`)).toEqual(['sketch.deleted 2']);
  expect((await admin.get('/audit?from=yesterday')).status).toBe(400);
  const facets = (await admin.get('/audit/facets')).body;
  expect(facets.actions).toEqual(expect.arrayContaining(['sketch.deleted', 'sketch.updated']));
  expect(facets.subjects).toEqual(expect.arrayContaining(['Other', 'Sketch']));
});

test('the file holds the same entries, runs as no formula, and is an entry itself', async () => {
  const { status, headers, body } = await admin.get('/audit/export?action=sketch.');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toContain('text/csv');
  expect(headers.get('content-disposition')).toMatch(/attachment; filename="audit-\d{4}-\d\d-\d\d\.csv"/);
  const lines = (body as string).trim().split('\r\n');
  expect(lines[0]).toBe('Time (UTC),Person,Person id,Action,Subject,Record id,Changes,Address,Request id');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain('2026-01-01T12:03:00.000Z,,,sketch.updated,Other,2');
  expect(lines[2]).toContain('manager of a');
  expect(lines[3]).toContain(",'=cmd(),");
  expect(await found('action=audit.exported')).toEqual(['audit.exported null']);
});

test('who may not read the log carries nothing of it away', async () => {
  const manager = await kernel.as(kernel.a, 'manager');
  for (const path of ['/audit', '/audit/facets', '/audit/export']) expect((await manager.get(path)).status).toBe(403);
});
