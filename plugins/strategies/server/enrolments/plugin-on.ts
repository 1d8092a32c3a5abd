import { Injectable } from '@nestjs/common';
import { Cache, Database } from '@loctelli/core/server';

/** Whether the tenant in the air has the plugin switched on: events and jobs reach a plugin that is off as well. */
@Injectable()
export class PluginOn {
  constructor(
    private readonly db: Database,
    private readonly cache: Cache,
  ) {}

  async isOn(): Promise<boolean> {
    return !(await this.cache.remember(['PluginState'], 'strategies off', () => this.db.pluginState.count({ where: { pluginId: 'strategies', enabled: false } })));
  }
}
