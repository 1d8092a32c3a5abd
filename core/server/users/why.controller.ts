import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, why, whyQuery } from '@loctelli/core';
import type { z } from 'zod';
import { SignedIn } from '../access/route.decorators.ts';
import { Answer } from '../http/answer.decorator.ts';
import { WhyService } from './why.service.ts';

@ApiTags('users')
@Controller('users')
export class WhyController {
  constructor(private readonly whys: WhyService) {}

  @Get(':id/why')
  @SignedIn()
  @Answer(why)
  explain(@Param('id', { schema: id }) userId: number, @Query({ schema: whyQuery }) query: z.infer<typeof whyQuery>) {
    return this.whys.explain(userId, query);
  }
}
