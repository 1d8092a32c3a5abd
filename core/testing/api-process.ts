import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import type { Kernel } from './boot-kernel.ts';

/** Compiles what the API runs from, as a start does. Throws with what the compiler said. */
export function compileApi(): void {
  const { stderr } = spawnSync(process.execPath, ['-e', "import('./core/cli/compile.mjs').then((m) => m.compile(process.cwd()))"], { encoding: 'utf8' });
  if (stderr) throw new Error(stderr);
}

/**
 * The API with the installed plugins as a process of its own, on the test's database: one that can be killed. Wait for its `/readyz`.
 * @param env what differs from the test's own kernel, such as `JOBS`
 */
export async function startApiProcess({ config }: Kernel, env: Record<string, string> = {}): Promise<{ child: ChildProcess; origin: string }> {
  const port = await freePort();
  const own = {
    DATABASE_URL: config.databaseUrl,
    DATABASE_APP_URL: config.databaseAppUrl,
    DATABASE_PLATFORM_URL: config.databasePlatformUrl,
    REDIS_HOST: config.redis.host,
    REDIS_PORT: String(config.redis.port),
    REDIS_PASSWORD: config.redis.password ?? '',
    REDIS_PREFIX: config.redis.prefix,
    JWT_SECRET: config.jwtSecret,
    DATA_DIR: config.dataDir,
    LOG_LEVEL: 'silent',
    PORT: String(port),
  };
  const child = spawn(process.execPath, ['dist/apps/api/main.js'], { env: { ...process.env, ...own, ...env }, stdio: 'ignore' });
  return { child, origin: `http://127.0.0.1:${port}` };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
