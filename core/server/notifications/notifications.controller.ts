import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notificationPage, notificationQuery, notificationsRead } from '@loctelli/core';
import type { z } from 'zod';
import { SignedIn, WhilePaused } from '../access/route.decorators.ts';
import { Answer, NoAnswer } from '../http/answer.decorator.ts';
import { Notifications } from './notifications.ts';

@ApiTags('notifications')
@Controller('notifications')
export class NotificationsController {
  constructor(private readonly notifications: Notifications) {}

  @Get()
  @SignedIn()
  @Answer(notificationPage)
  list(@Query({ schema: notificationQuery }) query: z.infer<typeof notificationQuery>) {
    return this.notifications.list(query);
  }

  @Post('read')
  @SignedIn()
  @WhilePaused()
  @NoAnswer()
  read(@Body({ schema: notificationsRead }) { ids }: z.infer<typeof notificationsRead>) {
    return this.notifications.read(ids);
  }
}
