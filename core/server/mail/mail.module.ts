import { Global, Module } from '@nestjs/common';
import { MailPreviewController } from './mail-preview.controller.ts';
import { Mail } from './mail.ts';
import { Mailbox } from './mailbox.ts';
import { MailboxPages } from './mailbox-pages.ts';
import { Postman } from './postman.ts';

@Global()
@Module({ controllers: [MailPreviewController], providers: [Mail, Mailbox, MailboxPages, Postman], exports: [Mail, Mailbox] })
export class MailModule {}
