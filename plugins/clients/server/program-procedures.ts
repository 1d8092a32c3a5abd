import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Database, Implements, Prisma, problem, WhoMay } from '@loctelli/core/server';
import { clientErrors, createClientTask, matchingClients, openClientTasks } from '../contract.ts';
import { ClientFilters } from './filters.ts';
import { TasksService } from './tasks/tasks.service.ts';

/** What other plugins ask of this one when they work through many clients by themselves. */
@Injectable()
export class ProgramProcedures {
  constructor(
    private readonly db: Database,
    private readonly whoMay: WhoMay,
    private readonly filters: ClientFilters,
    private readonly tasks: TasksService,
  ) {}

  @Implements(createClientTask)
  async createTask({ clientId, assigneeId, ...task }: z.infer<(typeof createClientTask)['input']>) {
    if (!(await this.db.client.findFirst({ where: { id: clientId, deletedAt: null }, select: { id: true } }))) throw problem(clientErrors.notFound);
    const [assignee = null] = assigneeId ? await this.whoMay.among([assigneeId], 'clients.read', clientId) : [];
    const facts = { title: task.title, body: task.body ?? null, dueAt: task.dueAt ?? null, assigneeId: assignee };
    return { taskId: (await this.tasks.write(clientId, facts, null)).id };
  }

  @Implements(openClientTasks)
  async openTasks({ taskIds }: { taskIds: number[] }) {
    const rows = taskIds.length ? await this.db.clientTask.findMany({ where: { id: { in: taskIds }, completedAt: null }, select: { id: true } }) : [];
    return { taskIds: rows.map(({ id }) => id) };
  }

  @Implements(matchingClients)
  async matching({ filter, afterId, limit, count }: z.infer<(typeof matchingClients)['input']>) {
    const where = await this.filters.sql('clients.read', filter);
    const rows = await this.db.$queryRaw<{ id: number }[]>`select c.id from "Client" c where c.id > ${afterId} and ${where} order by c.id limit ${limit}`;
    const all = count ? await this.db.$queryRaw<{ count: number }[]>(Prisma.sql`select count(*)::int as count from "Client" c where ${where}`) : null;
    return { clientIds: rows.map(({ id }) => id), count: all?.[0]!.count ?? null };
  }
}
