import path from 'node:path';
import pg from 'pg';
import { bundleApi } from './api-bundle.ts';
import { prepareDatabase } from './database.ts';
import { freePort } from './ports.ts';
import { step } from './progress.ts';
import { startApi, startWeb } from './servers.ts';
import type { Supervisor } from './supervisor.ts';
import { findProgram, installPackage } from './system.ts';
import { Told } from './told.ts';
import { buildWeb } from './web-build.ts';

/**
 * Runs the whole product in production mode on a database of its own, with the demo tenants, and answers with what the tests in the
 * browser need: `CHROMIUM_PATH`, `E2E_WEB_PORT`, `E2E_API_URL`, `E2E_PASSWORD`, the folder `E2E_MAILBOX` with the mail it sent, and the addresses of database and Redis it runs on.
 */
export async function browserEnvironment(root: string, supervisor: Supervisor, stores: Record<string, string>): Promise<Record<string, string>> {
  const chromium = await findChromium();
  const redis = new URL(stores.TEST_REDIS_URL!);
  const env = {
    NODE_ENV: 'production',
    DATABASE_URL: await freshDatabase(stores.TEST_DATABASE_OWNER_URL!),
    REDIS_HOST: redis.hostname,
    REDIS_PORT: redis.port || '6379',
    REDIS_DB: '14',
    ...(redis.password && { REDIS_PASSWORD: decodeURIComponent(redis.password) }),
    JWT_SECRET: 'only-for-tests-in-the-browser-0123456789',
    BCRYPT_COST: '4',
    SEED_PASSWORD: 'loctelli-demo-2026',
    HOST: '127.0.0.1',
    // One admin does here in a minute what a team does in an hour.
    RATE_LIMIT_USER: '20000',
    RATE_LIMIT_TENANT: '100000',
    // What tests serve on this machine may be called.
    OUTBOUND_PRIVATE: '127.0.0.1/32',
    DATA_DIR: path.join(root, '.loctelli/test', String(process.pid), 'data'),
    PORT: String(await freePort(33_000)),
    WEB_PORT: String(await freePort(33_500)),
  };
  const api = `http://127.0.0.1:${env.PORT}`;
  const whole = { ...env, PUBLIC_PORT: env.WEB_PORT, NEXT_PUBLIC_API_URL: api };
  await prepareDatabase(whole);
  const [program] = await Promise.all([bundleApi(root), buildWeb(supervisor, root, whole)]);
  await step('Starting the product for the browser', () => Promise.all([startApi(supervisor, root, whole, program), startWeb(supervisor, root, whole)]));
  return { CHROMIUM_PATH: chromium, E2E_WEB_PORT: env.WEB_PORT, E2E_API_URL: api, E2E_PASSWORD: env.SEED_PASSWORD, E2E_MAILBOX: path.join(env.DATA_DIR, 'mailbox'), E2E_DATABASE_URL: env.DATABASE_URL };
}

/** A Chromium or Chrome of this machine; as root on Debian it is installed when there is none. */
async function findChromium(): Promise<string> {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const found = process.env.CHROMIUM_PATH ?? findProgram(...names);
  if (found) return found;
  const reason = await step('Installing Chromium for the tests in the browser', (update) => installPackage('chromium', update), 0);
  const installed = findProgram(...names);
  if (installed) return installed;
  throw new Told(`The tests in the browser need Chromium or Chrome, and it could not be installed: ${reason ?? 'the package brought no program'}. Install one, or set CHROMIUM_PATH; \`npm test -- --no-browser\` runs the others.`);
}

async function freshDatabase(ownerUrl: string): Promise<string> {
  const name = `test_browser_${process.pid}`;
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  return Object.assign(new URL(ownerUrl), { pathname: `/${name}` }).toString();
}
