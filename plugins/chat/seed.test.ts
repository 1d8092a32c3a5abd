import { bootKernel, pluginWithRequired, type Caller, type Kernel, type TestTenant } from '@loctelli/core/testing';

let kernel: Kernel;
let tenants: TestTenant[];

beforeAll(async () => {
  kernel = await bootKernel({ plugins: pluginWithRequired('chat') });
  tenants = [await kernel.tenant('some-roofing'), await kernel.tenant('some-dental')];
  for (const tenant of tenants) await kernel.seed(tenant);
}, 60_000);
afterAll(() => kernel?.close());

const read = async (caller: Caller, path: string) => {
  const { status, body } = await caller.get(path);
  expect([path, status]).toEqual([path, 200]);
  return body;
};

test('a demo tenant has an inbox as it looks in use, each in its own trade', async () => {
  const subjects: string[] = [];
  for (const tenant of tenants) {
    const admin = await kernel.as(tenant);
    const { items } = await read(admin, '/chat/conversations?status=any&limit=100');
    expect(items).toHaveLength(12);
    expect(new Set(items.map(({ status }: { status: string }) => status))).toEqual(new Set(['open', 'snoozed', 'closed']));
    expect((await read(admin, '/chat/conversations/counts')).all.unread).toBeGreaterThan(2);
    for (const { id, lastSequence, lastMessageAt } of items) {
      const messages = (await read(admin, `/chat/conversations/${id}/messages`)).items;
      expect(messages.map(({ sequence }: { sequence: number }) => sequence)).toEqual(Array.from({ length: lastSequence }, (_, n) => n + 1));
      expect(new Date(lastMessageAt).getTime()).toBeLessThanOrEqual(Date.now());
    }
    const withClient = items.find(({ clientId }: { clientId: number | null }) => clientId !== null);
    const timeline = await read(admin, `/clients/${withClient.clientId}/timeline?kinds=chat`);
    expect(timeline.items[0]).toMatchObject({ href: `/chat/${withClient.id}` });
    const { items: replies } = await read(admin, '/chat/canned-replies');
    for (const reply of replies) expect((await admin.post(`/chat/canned-replies/${reply.id}/render`, { conversationId: withClient.id })).status).toBe(200);
    subjects.push(JSON.stringify(items.map(({ preview }: { preview: string }) => preview)));
  }
  expect(subjects[0]).not.toBe(subjects[1]);
});
