import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { fetch } from 'undici';
import { Answer, CrossOrigin, definePlugin, Public } from '@loctelli/core/server';
import { bootKernel, type Kernel } from '@loctelli/core/testing';
import { z } from 'zod';

const word = z.strictObject({ word: z.string() });
let calls = 0;

@Controller('talk/outside')
@Public()
@CrossOrigin('pages')
class TalkController {
  @Get()
  @Answer(word)
  read() {
    return { word: 'hello' };
  }
  @Post()
  @Answer(z.object({ word: z.string(), calls: z.number() }))
  say(@Body({ schema: word }) body: z.infer<typeof word>) {
    return { ...body, calls: ++calls };
  }
}
@Module({ controllers: [TalkController] })
class TalkModule {}

let kernel: Kernel;
const settings = { type: 'object', properties: { pages: { type: 'array', items: { type: 'string' }, default: [] } } };
beforeAll(async () => {
  const manifest = { id: 'talk', name: 'Talk', description: 'Talk', version: '0.1.0', core: '^0.1.0', settings };
  kernel = await bootKernel({ plugins: [{ manifest, load: async () => ({ default: definePlugin({ module: TalkModule }) }) }] });
  expect((await (await kernel.as(kernel.a)).put('/plugins/talk/settings', { values: { pages: ['https://shop.example/'] } })).status).toBe(200);
});
afterAll(() => kernel?.close());

const from = (origin: string, tenant = kernel.a) => kernel.visitor(tenant).with({ origin, 'sec-fetch-site': 'cross-site' });

test('a page the tenant names may read and write, one it does not name may not, and neither may it at another tenant', async () => {
  const named = await from('https://shop.example').post('/talk/outside', { word: 'hi' });
  expect([named.status, named.headers.get('access-control-allow-origin'), named.headers.get('access-control-allow-credentials')]).toEqual([200, 'https://shop.example', null]);
  for (const caller of [from('https://evil.example'), from('https://shop.example.evil.example'), from('http://shop.example'), from('null'), from('https://shop.example', kernel.b)]) {
    for (const answer of [await caller.get('/talk/outside'), await caller.post('/talk/outside', { word: 'hi' })]) {
      expect(answer).toMatchObject({ status: 403, body: { code: 'core.foreign-origin' } });
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    }
  }
});

test('the tenant’s own pages need not be named', async () => {
  expect((await from(`http://${kernel.b.host}`, kernel.b).post('/talk/outside', { word: 'hi' })).status).toBe(200);
});

test('browsers are answered ahead of such calls, and of no others', async () => {
  const ask = (path: string) => fetch(`${kernel.origin}/api/v1${path}`, { method: 'OPTIONS', headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST', 'x-forwarded-host': kernel.a.host } });
  const preflight = await ask('/talk/outside');
  expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, 'https://shop.example']);
  expect(preflight.headers.get('access-control-allow-headers')).toContain('x-visitor');
  expect((await ask('/users')).headers.get('access-control-allow-origin')).toBeNull();
});

test('a visitor’s POST that is sent twice is done once', async () => {
  const caller = from('https://shop.example').with({ 'idempotency-key': crypto.randomUUID(), 'x-visitor': 'one' });
  const [first, second] = [await caller.post('/talk/outside', { word: 'hi' }), await caller.post('/talk/outside', { word: 'hi' })];
  expect(second.body).toEqual(first.body);
  expect(second.headers.get('idempotent-replayed')).toBe('true');
  expect((await caller.with({ 'x-visitor': 'two' }).post('/talk/outside', { word: 'hi' })).body.calls).toBe(first.body.calls + 1);
});
