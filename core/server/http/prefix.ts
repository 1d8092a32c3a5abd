import type { INestApplication } from '@nestjs/common';

/** Every route is below `/api/v1`; the development mailbox is a page for people and is not. */
export function addPrefix(app: INestApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: ['mailbox', 'mailbox/*path'] });
}
