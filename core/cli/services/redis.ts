import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { freePort } from './ports.ts';
import { say, step } from './progress.ts';
import type { Supervisor } from './supervisor.ts';
import { findProgram, installPackage } from './system.ts';
import { Told } from './told.ts';

export interface RedisAddress {
  host: string;
  port: number;
  password?: string | undefined;
}

/** Brings up a Redis of the clone's own: loopback only, every write appended to disk. Installs one, as root on Debian, when there is none. */
export async function startRedis(supervisor: Supervisor, options: { dataDir: string; preferredPort: number; throwAway?: boolean }): Promise<RedisAddress> {
  const program = findProgram('redis-server', 'valkey-server') ?? (await installRedis());
  const dataDir = path.resolve(options.dataDir);
  fs.mkdirSync(dataDir, { recursive: true });
  const port = await freePort(options.preferredPort);
  const password = randomBytes(24).toString('hex');
  const config = path.join(dataDir, 'redis.conf');
  // In a file and not on the command line, where every user of the machine could read the password.
  const lines = [`port ${port}`, 'bind 127.0.0.1', `dir "${dataDir}"`, `requirepass ${password}`, `appendonly ${options.throwAway ? 'no' : 'yes'}`, 'appendfsync everysec', 'save ""', 'maxmemory-policy noeviction', 'daemonize no'];
  fs.writeFileSync(config, `${lines.join('\n')}\n`, { mode: 0o600 });
  supervisor.start({ name: 'redis', command: program, args: [config], stopWithin: 10_000 });
  const address = { host: '127.0.0.1', port, password };
  await supervisor.whileRunning(waitForRedis(address, 30_000));
  return address;
}

async function installRedis(): Promise<string> {
  say('No Redis on this machine.');
  const reason = await step('Installing redis-server', (update) => installPackage('redis-server', update), 0);
  const program = findProgram('redis-server', 'valkey-server');
  if (program) return program;
  throw new Told(`Loctelli needs Redis 6.2 or newer (or Valkey) and could not install it: ${reason ?? 'the package brought no server'}.
Do one of these, then start again:
  - Debian, Ubuntu:  sudo apt-get install redis-server
  - macOS:           brew install redis
  - Docker:          docker compose up -d redis, and set REDIS_HOST, REDIS_PORT and REDIS_PASSWORD as .env.example shows
There is no stand-in inside the process: sessions and limits must hold across processes and restarts.`);
}

/** Resolves when the server answers PING. */
export async function waitForRedis(address: RedisAddress, within: number): Promise<void> {
  for (const until = Date.now() + within; ; await new Promise((resolve) => setTimeout(resolve, 40))) {
    const answer = await ping(address);
    if (answer.startsWith('+PONG')) return;
    if (/^-(NOAUTH|WRONGPASS|ERR)/.test(answer)) throw new Told(`Redis at ${address.host}:${address.port} refuses REDIS_PASSWORD: ${answer.slice(1).trim()}`);
    if (Date.now() > until) throw new Told(`Redis at ${address.host}:${address.port} does not answer: ${answer || 'no connection'}. Is it running, and are REDIS_HOST and REDIS_PORT right?`);
  }
}

function ping({ host, port, password }: RedisAddress): Promise<string> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 2_000 });
    const command = (...parts: string[]) => `*${parts.length}\r\n${parts.map((part) => `$${Buffer.byteLength(part)}\r\n${part}\r\n`).join('')}`;
    let text = '';
    const end = (answer: string) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', () => socket.write((password ? command('AUTH', password) : '') + command('PING')));
    socket.on('data', (chunk) => {
      text += chunk.toString();
      const lines = text.split('\r\n');
      if (password && lines.length > 2) end(lines[0]!.startsWith('-') ? lines[0]! : lines[1]!);
      else if (!password && lines.length > 1) end(lines[0]!);
    });
    socket.on('timeout', () => end(''));
    socket.on('error', (error) => end(error.message));
  });
}
