import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answer, Can } from '@loctelli/core/server';
import { slotList, slotQuery, why, whyQuery } from '../../contract.ts';
import type { SlotQuery, WhyQuery } from '../../contract.ts';
import { SlotsService } from './slots.service.ts';

@ApiTags('bookings')
@Controller('bookings')
export class SlotsController {
  constructor(private readonly slots: SlotsService) {}

  @Get('slots')
  @Can('bookings.read')
  @Answer(slotList)
  getSlots(@Query({ schema: slotQuery }) query: SlotQuery) {
    return this.slots.list(query);
  }

  @Get('why')
  @Can('bookings.read')
  @Answer(why)
  explain(@Query({ schema: whyQuery }) query: WhyQuery) {
    return this.slots.why(query);
  }
}
