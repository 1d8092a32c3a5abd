import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer, Public } from '@loctelli/core/server';
import type { z } from 'zod';
import { share, shareCreate, sharedDashboard, sharedQuery, shareList, shareToken, type ShareCreate } from '../../contract.ts';
import { SharesService } from './shares.service.ts';

@ApiTags('analytics')
@Controller('analytics')
export class SharesController {
  constructor(private readonly shares: SharesService) {}

  @Get('shares')
  @Can('analytics.share')
  @Answer(shareList)
  async list() {
    return { items: await this.shares.list() };
  }

  @Post('shares')
  @Can('analytics.share')
  @Answer(share, 201)
  create(@Body({ schema: shareCreate }) input: ShareCreate) {
    return this.shares.create(input);
  }

  @Delete('shares/:id')
  @Can('analytics.share')
  @NoAnswer()
  revoke(@Param('id', { schema: id }) shareId: number) {
    return this.shares.revoke(shareId);
  }

  /** The dashboard behind a link, for whoever has it. */
  @Get('shared/:token')
  @Public()
  @Answer(sharedDashboard)
  open(@Param('token', { schema: shareToken }) token: string, @Query({ schema: sharedQuery }) { locale }: z.infer<typeof sharedQuery>) {
    return this.shares.open(token, locale);
  }
}
