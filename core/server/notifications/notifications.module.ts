import { Global, Module } from '@nestjs/common';
import { Notifications } from './notifications.ts';
import { NotificationsController } from './notifications.controller.ts';

@Global()
@Module({ controllers: [NotificationsController], providers: [Notifications], exports: [Notifications] })
export class NotificationsModule {}
