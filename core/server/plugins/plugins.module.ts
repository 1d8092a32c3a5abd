import { Global, Module, type DynamicModule } from '@nestjs/common';
import { LOADED_PLUGINS } from './loaded-plugins.ts';
import type { LoadedPlugin } from './plugin-host.ts';
import { PluginStates } from './plugin-states.ts';
import { PluginSwitch } from './plugin-switch.ts';
import { PluginsController } from './plugins.controller.ts';

@Global()
@Module({})
export class PluginsModule {
  static forRoot(plugins: LoadedPlugin[]): DynamicModule {
    return {
      module: PluginsModule,
      controllers: [PluginsController],
      providers: [{ provide: LOADED_PLUGINS, useValue: plugins }, PluginStates, PluginSwitch],
      exports: [LOADED_PLUGINS, PluginStates, PluginSwitch],
    };
  }
}
