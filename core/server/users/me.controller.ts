import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { me } from '@loctelli/core';
import { Access } from '../access/access.ts';
import { SignedIn } from '../access/route.decorators.ts';
import { ProfileService } from '../auth/profile.service.ts';
import { Answer } from '../http/answer.decorator.ts';
import { PluginStates } from '../plugins/plugin-states.ts';

@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(
    private readonly access: Access,
    private readonly profile: ProfileService,
    private readonly plugins: PluginStates,
  ) {}

  @Get()
  @SignedIn()
  @Answer(me)
  async show() {
    const { tenant, user } = this.access;
    return { user: await this.profile.get(), tenant, grants: user.grants, fields: user.refusals.rules, plugins: await this.plugins.enabledFor(tenant.id) };
  }
}
