import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuiltInRole } from '@loctelli/core';
import { createApi, type Api } from '../server/api.ts';
import { parseConfig, type Config } from '../server/config/config.ts';
import { PlatformDatabase } from '../server/database/database.ts';
import type { PluginImport } from '../server/plugins/plugin.ts';
import { runAs } from '../server/tenancy/context.ts';
import { TenantDirectory } from '../server/tenancy/tenant-directory.ts';
import { Caller } from './caller.ts';
import { createTestDatabase } from './test-database.ts';
import { makeTenant, testPassword, type TestTenant } from './test-tenants.ts';

export interface BootOptions {
  /** Plugins to load beside the kernel; none unless told. */
  plugins?: PluginImport[];
  /** Environment variables that differ from the tests' own, or what makes them of those. */
  env?: Record<string, string> | ((own: Record<string, string>) => Record<string, string>);
}

/** A running kernel with the tenants `a` and `b`. */
export interface Kernel {
  api: Api;
  config: Config;
  origin: string;
  a: TestTenant;
  b: TestTenant;
  /** Makes a further tenant, like `a` and `b`; an agency where it stands `over` others. */
  tenant(slug: string, options?: { over?: TestTenant[] }): Promise<TestTenant>;
  /** Signs a user in (once) and speaks as them on their tenant's host. */
  as(tenant: TestTenant, role?: BuiltInRole): Promise<Caller>;
  /** Speaks on a tenant's host without signing in. */
  visitor(tenant: TestTenant): Caller;
  /** A provider of the kernel or a plugin. */
  get<T>(type: abstract new (...args: never[]) => T): T;
  /** Runs as a tenant, outside any request. */
  within<T>(tenant: TestTenant, work: () => Promise<T>): Promise<T>;
  /** Fills a tenant with the plugins' demo data, in the order they load; an agency with what they have for agencies. */
  seed(tenant: TestTenant, as?: 'business' | 'agency'): Promise<void>;
  /** Stops the API and starts it anew on the same data, as a deployment would. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** Boots a kernel on a database of its own, a copy of a migrated template. Close it in `afterAll`. */
export async function bootKernel({ plugins = [], env = {} }: BootOptions = {}): Promise<Kernel> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'loctelli-test-'));
  const redis = new URL(process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379');
  const config = parseConfig({
    NODE_ENV: 'test',
    ...database.env,
    REDIS_HOST: redis.hostname,
    REDIS_PORT: redis.port || '6379',
    REDIS_PASSWORD: decodeURIComponent(redis.password),
    REDIS_PREFIX: `${database.name}:`,
    BCRYPT_COST: '4',
    DATABASE_POOL: '6',
    DATA_DIR: dataDir,
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    ...(typeof env === 'function' ? env(database.env) : env),
  });

  let api = await listen(config, plugins);
  const get = <T>(type: abstract new (...args: never[]) => T): T => api.app.get(type as never, { strict: false });
  const platform = get(PlatformDatabase);
  const [a, b] = [await makeTenant(platform, 'a'), await makeTenant(platform, 'b')];
  const signedIn = new Map<string, Promise<Caller>>();

  const kernel: Kernel = {
    get api() {
      return api;
    },
    config,
    get origin() {
      return originOf(api);
    },
    a,
    b,
    get,
    async tenant(slug, { over = [] } = {}) {
      const tenant = await makeTenant(platform, slug, over.length ? { kind: 'agency' } : {});
      await platform.tenant.updateMany({ where: { id: { in: over.map(({ id }) => id) } }, data: { parentId: tenant.id } });
      return tenant;
    },
    visitor: (tenant) => new Caller(originOf(api), tenant.host),
    as(tenant, role = 'admin') {
      const key = `${tenant.id}:${role}`;
      const known = signedIn.get(key) ?? signIn(kernel.visitor(tenant), tenant.users[role].email);
      signedIn.set(key, known);
      return known.then((caller) => new Caller(originOf(api), caller.host, caller.headers));
    },
    async within(tenant, work) {
      return runAs((await get(TenantDirectory).byId(tenant.id))!, work);
    },
    async seed(tenant, as = 'business') {
      for (const { load } of plugins) {
        const server = (await load?.())?.default;
        const fill = as === 'agency' ? server?.seedAgency : server?.seed;
        if (fill) await kernel.within(tenant, () => fill(kernel));
      }
    },
    async restart() {
      await api.close();
      api = await listen(config, plugins);
    },
    async close() {
      await api.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return kernel;
}

async function listen(config: Config, plugins: PluginImport[]): Promise<Api> {
  const api = await createApi(config, plugins);
  await api.app.listen(0, '127.0.0.1');
  return api;
}

const originOf = (api: Api) => `http://127.0.0.1:${(api.app.getHttpServer().address() as { port: number }).port}`;

async function signIn(visitor: Caller, email: string): Promise<Caller> {
  const { status, body } = await visitor.post('/auth/login', { email, password: testPassword });
  if (status !== 200) throw new Error(`sign-in of ${email} answered ${status}: ${JSON.stringify(body)}`);
  return visitor.with({ authorization: `Bearer ${body.accessToken}` });
}
