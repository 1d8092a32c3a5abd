import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { Access } from '../access/access.ts';
import { createApi, type Api } from '../api.ts';
import { parseConfig, type Config } from '../config/config.ts';
import { createTestDatabase, type TestDatabase } from '../../testing/test-database.ts';
import { Caller } from '../../testing/caller.ts';
import { definePlugin, type PluginImport, type PluginServices } from '../plugins/plugin.ts';
import { seed } from './seed.ts';

let database: TestDatabase;
let config: Config;
let api: Api;
let dataDir: string;
/** What a plugin was asked to fill, in this order. */
const filled: string[] = [];
const fill = (what: string) => async (services: PluginServices) => void filled.push(`${what} ${services.get(Access).tenant.slug}`);
@Module({})
class DemoModule {}
const demo: PluginImport = {
  manifest: { id: 'demo', name: 'Demo', description: 'Demo', version: '0.1.0', core: '*' },
  load: async () => ({ default: definePlugin({ module: DemoModule, seed: fill('tenant'), seedAgency: fill('agency') }) }),
};
const at = (slug: string) =>
  new Caller(`http://127.0.0.1:${(api.app.getHttpServer().address() as { port: number }).port}`, `${slug}.localhost:3001`);

beforeAll(async () => {
  database = await createTestDatabase();
  dataDir = await mkdtemp(join(tmpdir(), 'loctelli-seed-'));
  const redis = new URL(process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379');
  config = parseConfig({
    NODE_ENV: 'test',
    ...database.env,
    REDIS_HOST: redis.hostname,
    REDIS_PORT: redis.port || '6379',
    REDIS_PASSWORD: decodeURIComponent(redis.password),
    REDIS_PREFIX: `${database.name}:`,
    BCRYPT_COST: '4',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
  });
  await seed(config, [demo]);
  api = await createApi(config, []);
  await api.app.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await api.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

test('each demo tenant has an administrator, a manager and a user who can sign in, on their own host alone', async () => {
  for (const slug of ['northstar', 'summit-roofing', 'bright-dental']) {
    for (const role of ['admin', 'manager', 'user']) {
      const { status, body } = await at(slug).post('/auth/login', { email: `${role}@${slug}.example`, password: config.seedPassword });
      expect({ status, role: body.user?.role }).toEqual({ status: 200, role });
    }
  }
  expect(
    (await at('bright-dental').post('/auth/login', { email: 'admin@summit-roofing.example', password: config.seedPassword })).status,
  ).toBe(401);
});

test('each tenant shows its own look before sign-in, and no name of the agency above it', async () => {
  const [agency, roofing, dental] = await Promise.all(
    ['northstar', 'summit-roofing', 'bright-dental'].map((slug) => at(slug).get('/brand')),
  );
  expect(agency!.body).toMatchObject({ kind: 'agency', brand: { name: 'Northstar' } });
  expect(roofing!.body).toMatchObject({
    slug: 'summit-roofing',
    zone: 'America/Denver',
    brand: { name: 'Summit Roofing', colour: '#c2410c' },
  });
  expect(dental!.body).toMatchObject({ brand: { name: 'Bright Dental', colour: '#0d7d8c' } });
  expect(JSON.stringify([roofing!.body, dental!.body])).not.toMatch(/northstar/i);
  expect(roofing!.headers.get('vary')).toMatch(/host/i);
});

test('a logo is the tenant’s own and cannot run anything', async () => {
  const { brand } = (await at('summit-roofing').get('/brand')).body;
  const logo = await at('summit-roofing').get(brand.logo.replace('/api/v1', ''));
  expect(logo.status).toBe(200);
  expect(logo.headers.get('content-type')).toBe('image/svg+xml');
  expect(logo.headers.get('x-content-type-options')).toBe('nosniff');
  expect(logo.headers.get('content-security-policy')).toMatch(/sandbox/);
  expect(logo.body).not.toEqual((await at('bright-dental').get('/brand/logo')).body);
});

test('plugins fill agencies before the businesses below them, each in its own way', () => {
  expect(filled).toEqual(['agency northstar', 'tenant bright-dental', 'tenant summit-roofing']);
});

test('a second time it changes nothing', async () => {
  expect(await seed(config, [])).toEqual([]);
});
