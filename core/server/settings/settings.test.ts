import { bootKernel, type Caller, type Kernel } from '../../testing/index.ts';
import { PlatformDatabase } from '../database/database.ts';
import { Settings } from './settings.ts';

const properties = {
  greeting: { type: 'string', default: 'Hello', maxLength: 20 },
  retries: { type: 'integer', minimum: 1, maximum: 5, default: 3 },
  quiet: { type: 'boolean', default: false },
  tone: { type: 'string', enum: ['warm', 'dry'], default: 'warm' },
  words: { type: 'array', items: { type: 'string', maxLength: 10 }, maxItems: 3 },
  sender: { type: 'string', format: 'email' },
  opens: { type: 'string', format: 'time' },
  accent: { type: 'string', format: 'color' },
  secret: { type: 'string', writeOnly: true, minLength: 4 },
};
const manifest = (id: string, settings?: object) => ({ id, name: id, description: id, version: '1.0.0', core: '*', ...(settings && { settings }) });

let kernel: Kernel;
let admin: Caller;
let neighbour: Caller;
const path = '/plugins/greeter/settings';

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [manifest('greeter', { type: 'object', properties }), manifest('plain')].map((each) => ({ manifest: each as never, load: null })) });
  [admin, neighbour] = [await kernel.as(kernel.a), await kernel.as(kernel.b)];
});
afterAll(() => kernel.close());

const set = (values: object) => admin.put(path, { values });

it('are the defaults of the manifest until the tenant chooses', async () => {
  expect((await admin.get(path)).body).toMatchObject({ values: { greeting: 'Hello', retries: 3, quiet: false, tone: 'warm' }, chosen: [], secrets: [] });
  expect((await admin.get('/plugins')).body.items).toMatchObject([{ id: 'greeter', hasSettings: true }, { id: 'plain', hasSettings: false }]);
  expect((await admin.get('/plugins/plain/settings')).status).toBe(404);
  expect((await admin.get('/plugins/nobody/settings')).status).toBe(404);
});

it('change one by one, for this tenant alone, and are read as they are', async () => {
  expect((await set({ retries: 5 })).body).toMatchObject({ values: { retries: 5, greeting: 'Hello' }, chosen: ['retries'] });
  expect((await set({ quiet: true, words: ['a', 'b'], sender: 'a@b.example', opens: '08:30', accent: '#0d7d8c' })).body.values).toMatchObject({ retries: 5, quiet: true });
  const read = (tenant = kernel.a) => kernel.within(tenant, () => kernel.get(Settings).get('greeter'));
  expect(await read()).toMatchObject({ retries: 5, quiet: true, words: ['a', 'b'], tone: 'warm' });
  expect(await read(kernel.b)).toEqual({ greeting: 'Hello', retries: 3, quiet: false, tone: 'warm' });
  expect((await neighbour.get(path)).body.values.retries).toBe(3);
  expect((await set({ retries: null })).body).toMatchObject({ values: { retries: 3 } });
  expect(await read()).toMatchObject({ retries: 3 });
});

it.each([
  ['too much', { retries: 6 }, 'values.retries', 'too_big'],
  ['no whole number', { retries: 1.5 }, 'values.retries', 'invalid_type'],
  ['another type', { quiet: 'yes' }, 'values.quiet', 'invalid_type'],
  ['no choice of the list', { tone: 'loud' }, 'values.tone', 'invalid_value'],
  ['too many', { words: ['a', 'b', 'c', 'd'] }, 'values.words', 'too_big'],
  ['no address', { sender: 'nobody' }, 'values.sender', 'invalid_format'],
  ['no time', { opens: '25:00' }, 'values.opens', 'invalid_format'],
  ['no colour', { accent: 'red' }, 'values.accent', 'invalid_format'],
  ['a setting there is not', { volume: 11 }, 'values.volume', 'unrecognized_keys'],
])('refuse %s, at its name', async (_what, values, at, code) => {
  const before = (await admin.get(path)).body;
  expect(await set(values)).toMatchObject({ status: 400, body: { code: 'core.invalid-input', errors: [{ path: at, code }] } });
  expect((await admin.get(path)).body).toEqual(before);
});

it('seal secrets: no answer, row, cache or audit entry holds one, and the plugin reads it', async () => {
  const answer = await set({ secret: 'hunter2-hunter2' });
  expect(answer.body).toMatchObject({ secrets: ['secret'] });
  const rows = await kernel.get(PlatformDatabase).pluginState.findMany();
  const audit = (await admin.get('/audit?action=plugin.configured')).body;
  expect(JSON.stringify([answer.body, (await admin.get(path)).body, rows, audit])).not.toContain('hunter2');
  expect(audit.items[0].changes).toEqual({ secret: [null, '•••'] });
  expect(await kernel.within(kernel.a, () => kernel.get(Settings).get('greeter'))).toMatchObject({ secret: 'hunter2-hunter2' });
  await set({ greeting: 'Good day' });
  expect(await kernel.within(kernel.a, () => kernel.get(Settings).get('greeter'))).toMatchObject({ secret: 'hunter2-hunter2', greeting: 'Good day' });
  expect((await set({ secret: null })).body.secrets).toEqual([]);
});

it('are changed by administrators alone', async () => {
  const manager = await kernel.as(kernel.a, 'manager');
  expect((await manager.get(path)).status).toBe(403);
  expect((await manager.put(path, { values: {} })).status).toBe(403);
});
