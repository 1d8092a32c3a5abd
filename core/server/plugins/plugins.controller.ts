import { Body, Controller, Get, Param, Patch, Put } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { ApiTags } from '@nestjs/swagger';
import { pluginCards, pluginSettings, pluginSettingsUpdate, pluginUpdate } from '@loctelli/core';
import { z } from 'zod';
import { Access } from '../access/access.ts';
import { Can, SignedIn } from '../access/route.decorators.ts';
import { Answer, NoAnswer } from '../http/answer.decorator.ts';
import { Settings } from '../settings/settings.ts';
import { PluginStates } from './plugin-states.ts';

const pluginId = z.string().max(60);

@ApiTags('plugins')
@Controller('plugins')
export class PluginsController {
  constructor(
    private readonly states: PluginStates,
    private readonly settings: Settings,
    private readonly access: Access,
    private readonly moduleRef: ModuleRef,
  ) {}

  @Get()
  @SignedIn()
  @Answer(pluginCards)
  async list() {
    return { items: await this.states.list(this.access.tenant.id) };
  }

  @Patch(':id')
  @Can('plugins.update')
  @NoAnswer()
  update(@Param('id', { schema: pluginId }) id: string, @Body({ schema: pluginUpdate }) { enabled }: z.infer<typeof pluginUpdate>) {
    return this.states.set(this.access.tenant.id, id, enabled, { get: (type) => this.moduleRef.get(type as never, { strict: false }) });
  }

  @Get(':id/settings')
  @Can('plugins.update')
  @Answer(pluginSettings)
  getSettings(@Param('id', { schema: pluginId }) id: string) {
    return this.settings.describe(id);
  }

  @Put(':id/settings')
  @Can('plugins.update')
  @Answer(pluginSettings)
  changeSettings(@Param('id', { schema: pluginId }) id: string, @Body({ schema: pluginSettingsUpdate }) { values }: z.infer<typeof pluginSettingsUpdate>) {
    return this.settings.change(id, values);
  }
}
