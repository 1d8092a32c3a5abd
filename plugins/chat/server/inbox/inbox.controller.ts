import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answer, Can } from '@loctelli/core/server';
import { chatSetup, inboxPeople } from '../../contract.ts';
import { WidgetSettings } from '../visitors/widget-settings.ts';
import { People } from './people.ts';

@ApiTags('chat')
@Controller('chat')
export class InboxController {
  constructor(
    private readonly people: People,
    private readonly settings: WidgetSettings,
  ) {}

  @Get('people')
  @Can('chat.read')
  @Answer(inboxPeople)
  getPeople() {
    return this.people.list();
  }

  @Get('setup')
  @Can('chat.configure')
  @Answer(chatSetup)
  getSetup() {
    return this.settings.setup();
  }
}
