import { Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answer, Can, NoAnswer, Public } from '@loctelli/core/server';
import { z } from 'zod';
import { embedConfig, feed } from '../../contract.ts';
import { FeedsService } from './feeds.service.ts';

const file = z.string().regex(/^[\w-]{1,100}\.ics$/);

@ApiTags('bookings')
@Controller('bookings')
export class FeedsController {
  constructor(private readonly feeds: FeedsService) {}

  @Get('feed')
  @Can('bookings.read')
  @Answer(feed)
  getFeed() {
    return this.feeds.get();
  }

  @Post('feed')
  @Can('bookings.read')
  @Answer(feed, 201)
  createFeed() {
    return this.feeds.create();
  }

  @Delete('feed')
  @Can('bookings.read')
  @NoAnswer()
  revokeFeed() {
    return this.feeds.revoke();
  }

  @Get('embed')
  @Can('bookings.read')
  @Answer(embedConfig)
  getEmbed() {
    return this.feeds.embed();
  }

  @Get('public/feeds/:file')
  @Public()
  readFeed(@Param('file', { schema: file }) name: string) {
    return this.feeds.read(name.slice(0, -'.ics'.length));
  }
}
