import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { bootKernel, eventually, pluginWithRequired, type Caller, type Kernel } from '@loctelli/core/testing';
import { lending } from './testing/lending-plugin.ts';

let kernel: Kernel;
let admin: Caller;
let stranger: Caller;
const heard: { headers: IncomingHttpHeaders; body: string }[] = [];
const hook = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    heard.push({ headers: request.headers, body });
    response.writeHead(204).end();
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  const installed = new Map([...pluginWithRequired('analytics'), ...pluginWithRequired('webhooks')].map((plugin) => [plugin.manifest.id, plugin]));
  kernel = await bootKernel({ plugins: [lending, ...installed.values()], env: { OUTBOUND_PRIVATE: '127.0.0.1/32' } });
  [admin, stranger] = [await kernel.as(kernel.a), await kernel.as(kernel.b)];
}, 120_000);
afterAll(async () => {
  await kernel?.close();
  hook.close();
  hook.closeAllConnections();
});

test('a plugin that declares a metric and an event has its chart, the rows behind it and its webhook, and no other file was touched', async () => {
  const url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/`;
  const { body: endpoint } = await admin.post('/webhooks/endpoints', { url, events: ['tool.lent'] });
  for (const [tool, days] of [['Ladder', 2], ['Saw', 1], ['Ladder', 5]] as const) expect((await admin.post('/lending/loans', { tool, days })).status).toBe(201);

  // The chart: among what a dashboard begins with, in the plugin's own words, counted and split.
  const { body: start } = await admin.get('/analytics/dashboards/start');
  expect(start.tiles.map(({ metrics }: { metrics: string[] }) => metrics).flat()).toContain('lending.loans');
  expect((await admin.get('/analytics/metrics')).body.items).toContainEqual(expect.objectContaining({ name: 'lending.loans', title: 'Tools lent', pluginName: 'Lending' }));
  const ask = async (caller: Caller, tile: object) => (await caller.post('/analytics/answers', { range: { preset: 'today', compare: 'none' }, tiles: [{ id: 't', metrics: ['lending.loans'], ...tile }] })).body.items[0];
  expect((await ask(admin, { kind: 'kpi' })).totals).toEqual([expect.objectContaining({ value: 3 })]);
  const bar = await ask(admin, { kind: 'bar', by: 'tool' });
  expect(bar.groups.map(({ label, values }: { label: string; values: { value: number }[] }) => [label, values[0]?.value])).toEqual([['Ladder', 2], ['Saw', 1]]);
  expect((await ask(stranger, { kind: 'kpi' })).totals).toEqual([expect.objectContaining({ value: 0 })]);

  // The rows behind the number, each with its own page.
  const rows = async (caller: Caller) => (await caller.post('/analytics/rows', { metric: 'lending.loans', range: { preset: 'today', compare: 'none' } })).body;
  const behind = await rows(admin);
  expect(behind.items.map(({ label }: { label: string }) => label).sort()).toEqual(['Ladder', 'Ladder', 'Saw']);
  expect(behind.items[0].href).toMatch(/^\/lending\/\d+$/);
  expect((await rows(stranger)).items).toEqual([]);

  // The webhook: in the catalogue with schema and example, and delivered, signed.
  const type = (await admin.get('/events/types')).body.items.find(({ name }: { name: string }) => name === 'tool.lent');
  expect(type).toMatchObject({ pluginId: 'lending', example: { days: 1 }, schema: { properties: { tool: { type: 'string' }, days: { type: 'integer' } } } });
  await eventually(() => expect(heard).toHaveLength(3));
  const told = heard.map(({ headers, body }) => new Webhook(endpoint.secret).verify(body, headers as Record<string, string>) as { type: string; data: unknown });
  expect(told).toEqual(expect.arrayContaining([expect.objectContaining({ type: 'tool.lent', data: { tool: 'Saw', days: 1 } })]));
});
