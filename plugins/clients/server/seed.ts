import { Database, type PluginServices } from '@loctelli/core/server';
/** Fills a new demo tenant. */
export async function seed(services: PluginServices): Promise<void> {
  services.get(Database as never);
}
