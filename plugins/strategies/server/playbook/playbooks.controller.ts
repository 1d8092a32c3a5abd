import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can } from '@loctelli/core/server';
import { offeredSlots, playbook, playbookChoices, playbookQuery, playbookWrite, slotBooked, slotBooking } from '../../contract.ts';
import type { PlaybookWrite, SlotBooking } from '../../contract.ts';
import { OpenSlots } from './open-slots.ts';
import { PlaybooksService } from './playbooks.service.ts';

type Of = { clientId: number };

@ApiTags('strategies')
@Controller('strategies')
export class PlaybooksController {
  constructor(
    private readonly playbooks: PlaybooksService,
    private readonly slots: OpenSlots,
  ) {}

  @Get('playbooks')
  @Can('strategies.play')
  @Answer(playbookChoices)
  getPlaybookChoices(@Query({ schema: playbookQuery }) { clientId }: Of) {
    return this.playbooks.choices(clientId);
  }

  @Get(':strategyId/playbook')
  @Can('strategies.play')
  @Answer(playbook)
  getPlaybook(@Param('strategyId', { schema: id }) strategyId: number, @Query({ schema: playbookQuery }) { clientId }: Of) {
    return this.playbooks.get(strategyId, clientId);
  }

  @Put(':strategyId/playbook')
  @Can('strategies.play')
  @Answer(playbook)
  writePlaybook(@Param('strategyId', { schema: id }) strategyId: number, @Body({ schema: playbookWrite }) input: PlaybookWrite) {
    return this.playbooks.write(strategyId, input);
  }

  @Get(':strategyId/slots')
  @Can('strategies.play')
  @Answer(offeredSlots)
  getOfferedSlots(@Param('strategyId', { schema: id }) strategyId: number, @Query({ schema: playbookQuery }) { clientId }: Of) {
    return this.slots.list(strategyId, clientId);
  }

  @Post(':strategyId/book')
  @Can('strategies.play')
  @Answer(slotBooked, 201)
  bookOfferedSlot(@Param('strategyId', { schema: id }) strategyId: number, @Body({ schema: slotBooking }) input: SlotBooking) {
    return this.slots.book(strategyId, input);
  }
}
