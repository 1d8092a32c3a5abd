import path from 'node:path';
import dotenv from 'dotenv';
import { parseConfig } from '../../server/config/config.ts';
import { freePort } from './ports.ts';
import { say } from './progress.ts';

export type Variables = Record<string, string | undefined>;

/** The shell's variables, completed by `.env`; an empty one counts as not given. */
export function readVariables(root: string): Variables {
  const file: Record<string, string> = {};
  dotenv.config({ path: path.join(root, '.env'), processEnv: file, quiet: true });
  return Object.fromEntries(Object.entries({ ...file, ...process.env }).filter(([, value]) => value !== ''));
}

/**
 * Judges what was given, before anything is started; what the start provides itself may be missing.
 * @throws ConfigProblem with every wrong variable
 */
export function judge(given: Variables): void {
  parseConfig({ DATABASE_URL: 'postgresql://start:start@127.0.0.1/start', REDIS_HOST: '127.0.0.1', JWT_SECRET: 'x'.repeat(32), ...given });
}

/** Chooses where API and web listen. A taken port moves to the next free one, and that is said. */
export async function choosePorts(given: Variables): Promise<Variables> {
  const host = given.HOST ?? '127.0.0.1';
  const wanted = { api: Number(given.PORT ?? 3000), web: Number(given.WEB_PORT ?? 3001) };
  const api = await freePort(wanted.api, host);
  const web = await freePort(wanted.web, host);
  if (api !== wanted.api) say(`Port ${wanted.api} is taken: the API listens on ${api}.`);
  if (web !== wanted.web) say(`Port ${wanted.web} is taken: the web listens on ${web}.`);
  // An address that names the port the API was to have follows it to the one it got.
  const address = given.NEXT_PUBLIC_API_URL?.replace(new RegExp(`^(http://(127\\.0\\.0\\.1|localhost)):${wanted.api}(?=/|$)`), `$1:${api}`);
  return {
    HOST: host,
    PORT: String(api),
    WEB_PORT: String(web),
    PUBLIC_PORT: given.PUBLIC_PORT ?? String(web),
    NEXT_PUBLIC_API_URL: address ?? `http://127.0.0.1:${api}`,
  };
}
