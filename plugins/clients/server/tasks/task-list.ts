import { Injectable } from '@nestjs/common';
import type { Page } from '@loctelli/core';
import { Access, Database, seek, userNames, type Prisma } from '@loctelli/core/server';
import type { ClientTask, ClientTaskQuery } from '../../contract.ts';
import { taskOf, withNames, type TaskRow } from './task-row.ts';

const counted = 1000;
/** Begins the cursor of tasks without a due time, which follow those with one. */
const undated = '-';

/** Tasks of the clients the caller may read, and that do not lie in the trash. */
@Injectable()
export class TaskList {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  async page({ clientId, assigneeId, state, cursor, limit }: ClientTaskQuery): Promise<Page<ClientTask>> {
    const client = { AND: [this.access.where('clients.read'), clientId ? {} : { deletedAt: null }] };
    const where = { client, ...(clientId && { clientId }), ...(assigneeId && { assigneeId }), ...(await this.#during(state)) };
    const [page, count] = await Promise.all([
      state === 'done' ? this.#done(where, cursor, limit) : this.#open(where, cursor, limit),
      cursor ? null : this.db.clientTask.count({ where, take: counted }),
    ]);
    const items = await this.#named(page.items);
    return { items, nextCursor: page.nextCursor, ...(count !== null && { total: { count, exact: count < counted } }) };
  }

  async #done(where: Prisma.ClientTaskWhereInput, cursor: string | undefined, limit: number): Promise<Page<TaskRow>> {
    const order = seek({ sort: [{ field: 'completedAt', direction: 'desc', type: 'date' }], cursor, limit });
    return order.page(await this.#find({ AND: [where, order.where] }, order));
  }

  /** By due time, then those without one, latest first: two lists behind each other, as no cursor stands on an empty value. */
  async #open(where: Prisma.ClientTaskWhereInput, cursor: string | undefined, limit: number): Promise<Page<TaskRow>> {
    const items: TaskRow[] = [];
    if (!cursor?.startsWith(undated)) {
      const order = seek({ sort: [{ field: 'dueAt', direction: 'asc', type: 'date' }], cursor, limit });
      const page = order.page(await this.#find({ AND: [where, { dueAt: { not: null } }, order.where] }, order));
      if (page.nextCursor) return page;
      items.push(...page.items);
    }
    const without = { AND: [where, { dueAt: null }] };
    if (items.length === limit) {
      const follows = await this.db.clientTask.findFirst({ where: without, select: { id: true } });
      return { items, nextCursor: follows ? undated : null };
    }
    const after = cursor?.startsWith(undated) ? cursor.slice(undated.length) : '';
    const order = seek({ sort: [{ field: 'createdAt', direction: 'desc', type: 'date' }], cursor: after, limit: limit - items.length });
    const page = order.page(await this.#find({ AND: [without, order.where] }, order));
    return { items: [...items, ...page.items], nextCursor: page.nextCursor && undated + page.nextCursor };
  }

  #find(where: object, { orderBy, take }: { orderBy: Prisma.ClientTaskOrderByWithRelationInput[]; take: number }): Promise<TaskRow[]> {
    return this.db.clientTask.findMany({ where, orderBy, take, include: withNames });
  }

  async #during(state: ClientTaskQuery['state']): Promise<Prisma.ClientTaskWhereInput> {
    if (state === 'done') return { completedAt: { not: null } };
    if (state === 'open') return { completedAt: null };
    const { from, to } = await this.#today();
    if (state === 'overdue') return { completedAt: null, dueAt: { lt: from } };
    if (state === 'today') return { completedAt: null, dueAt: { gte: from, lt: to } };
    return { completedAt: null, OR: [{ dueAt: { gte: to } }, { dueAt: null }] };
  }

  /** The caller's day, which is not 24 hours long when the clocks change: PostgreSQL knows. */
  async #today(): Promise<{ from: Date; to: Date }> {
    const zone = this.access.user.zone ?? this.access.tenant.zone;
    const [today] = await this.db.$queryRaw<{ from: Date; to: Date }[]>`
      select date_trunc('day', now() at time zone ${zone}) at time zone ${zone} as "from",
             (date_trunc('day', now() at time zone ${zone}) + interval '1 day') at time zone ${zone} as "to"`;
    return today!;
  }

  async #named(rows: TaskRow[]): Promise<ClientTask[]> {
    const names = await userNames(this.db, rows.map(({ completedById }) => completedById));
    return rows.map((row) => taskOf(row, names.of(row.completedById)));
  }
}
