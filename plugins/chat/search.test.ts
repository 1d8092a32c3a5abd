import { Database, Prisma } from '@loctelli/core/server';
import { bootKernel, pluginWithRequired, type Kernel } from '@loctelli/core/testing';
import { searchText, wordsOf } from './server/messages/message-search.ts';

let kernel: Kernel;
const many = 20_000;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: pluginWithRequired('chat') });
  await kernel.within(kernel.a, async () => {
    const db = kernel.get(Database);
    const { id } = await db.conversation.create({ data: { channel: 'web' } });
    await db.$executeRaw(Prisma.sql`
      insert into "Message" ("conversationId", sequence, key, kind, body, search)
      select ${id}, n, gen_random_uuid(), 'incoming', '', ' word' || n || ' common' from generate_series(1, ${many}) n`);
  });
}, 120_000);
afterAll(() => kernel?.close());

test('a search reads a range of the index of words, under row-level security too', async () => {
  const plan = await kernel.within(kernel.a, () =>
    kernel.get(Database).$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`
      explain select distinct t."conversationId" from "MessageToken" t where t.token >= 'word1999' and t.token < ${'word1999\u{10FFFF}'}`),
  );
  const text = plan.map((line) => line['QUERY PLAN']).join('\n');
  expect(text).toContain('MessageToken_pkey');
  expect(text).toMatch(/Index Cond:.*token >= 'word1999'/);
  expect(text).not.toContain('Seq Scan');
});

test('words are found as people write them, and go with their message', async () => {
  const admin = await kernel.as(kernel.a);
  const found = async (text: string) => (await admin.get(`/chat/conversations?search=${encodeURIComponent(text)}`)).body.items.length;
  expect([await found('WORD77'), await found('word77 common'), await found('word7 nowhere'), await found('%')]).toEqual([1, 1, 0, 0]);
  expect((await (await kernel.as(kernel.b)).get('/chat/conversations?search=common')).body.items).toEqual([]);
  const [{ id }] = (await admin.get('/chat/conversations')).body.items;
  expect((await admin.delete(`/chat/conversations/${id}`)).status).toBe(204);
  const left = await kernel.within(kernel.a, () => kernel.get(Database).$queryRaw<{ count: number }[]>`select count(*)::int as count from "MessageToken"`);
  expect(left[0]!.count).toBe(0);
});

test('words lose their accents and marks, and each is kept once', () => {
  expect(wordsOf('Zürich, MÜLLER-brandt! مَرحبا')).toEqual(['zurich', 'muller', 'brandt', 'مرحبا']);
  expect(searchText('Roof', null, 'the roof')).toBe(' roof the');
});
