import { createApi } from './api.ts';
import { ConfigProblem, parseConfig, type Config } from './config/config.ts';
import type { PluginImport } from './plugins/plugin.ts';

const drainMs = 8_000;

/**
 * Starts the API and stays until told to stop. SIGTERM, SIGINT or the loss of the parent process end it in order, within ten seconds. A
 * configuration that is wrong ends it at once, with every wrong variable named.
 */
export async function startApi(imports: readonly PluginImport[]): Promise<void> {
  let config: Config;
  try {
    config = parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78);
  }
  const api = await createApi(config, imports);
  await api.app.listen(config.port, config.host);
  process.send?.({ ready: true, port: config.port });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), drainMs).unref();
    await api.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => void stop());
}
