import { Injectable } from '@nestjs/common';
import { currentTenantId } from '../tenancy/context.ts';
import { PluginStates } from './plugin-states.ts';

/** For plugins whose work comes by events and jobs, which reach one that is off as well. */
@Injectable()
export class PluginSwitch {
  constructor(private readonly states: PluginStates) {}

  /** Whether a plugin is on for the tenant in the air. Trusted for 0.8 s. */
  async isOn(pluginId: string): Promise<boolean> {
    const tenantId = currentTenantId();
    return tenantId !== undefined && (await this.states.isEnabled(tenantId, pluginId));
  }
}
