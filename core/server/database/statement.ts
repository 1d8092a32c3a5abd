import { Injectable } from '@nestjs/common';
import { Prisma } from '../../../prisma/build/client/client.ts';
import { StatementNames } from './database.ts';
import { TenantConnection } from './tenant-connection.ts';
import { UnitOfWork } from './unit-of-work.ts';

/**
 * One SQL statement of the tenant in the air, straight through node-postgres: for the few reads that are asked all the time. Prisma's raw
 * query does the same at twice the cost (bench/list.ts). Inside a unit of work it takes part in the transaction.
 */
@Injectable()
export class Statement {
  readonly #names = new StatementNames();

  constructor(
    private readonly connection: TenantConnection,
    private readonly uow: UnitOfWork,
  ) {}

  /**
   * Runs the statement and answers its rows. Columns must be text, boolean, integer (int4) or json: those come alike on both ways.
   * @param sql made with `Prisma.sql`, so that values travel apart from the text
   */
  async rows<T extends object>(sql: Prisma.Sql): Promise<T[]> {
    const work = this.uow.current;
    if (work) return work.tx.$queryRaw<T[]>(sql);
    const name = this.#names.of(sql.text);
    const { rows } = await this.connection.pool.query({ text: sql.text, values: sql.values as unknown[], ...(name && { name }) });
    return rows as T[];
  }
}
