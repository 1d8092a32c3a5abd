import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { me } from '@loctelli/core';
import { Access } from '../access/access.ts';
import { SignedIn } from '../access/route.decorators.ts';
import { ProfileService } from '../auth/profile.service.ts';
import { Answer } from '../http/answer.decorator.ts';
import { LiveHub } from '../live/live-hub.ts';
import { PluginStates } from '../plugins/plugin-states.ts';

@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(
    private readonly access: Access,
    private readonly profile: ProfileService,
    private readonly plugins: PluginStates,
    private readonly live: LiveHub,
  ) {}

  @Get()
  @SignedIn()
  @Answer(me)
  async show() {
    const { tenant, user } = this.access;
    // First of all, so that whatever changes while the rest is read is heard.
    const live = await this.live.place(tenant.id);
    return { user: await this.profile.get(), tenant, grants: user.grants, fields: user.refusals.rules, plugins: await this.plugins.enabledFor(tenant.id), live };
  }
}
