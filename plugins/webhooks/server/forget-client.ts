import { Injectable } from '@nestjs/common';
import type { EmittedEvent } from '@loctelli/core';
import { Database, On, UnitOfWork } from '@loctelli/core/server';
import { clientErased } from '../../clients/contract.ts';

/** Logs hold what was said about people: when one is erased, it goes from there too. */
@Injectable()
export class ForgetClient {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
  ) {}

  /** That the client was erased is itself told, and names nobody. */
  @On(clientErased)
  async forget({ payload: { clientId } }: EmittedEvent<{ clientId: number }>): Promise<void> {
    await this.uow.run(async () => {
      await this.db.webhookReceipt.deleteMany({ where: { clientId } });
      await this.db.$executeRaw`delete from "WebhookMessage" where type <> ${clientErased.name} and data->>'clientId' = ${String(clientId)}`;
    });
  }
}
