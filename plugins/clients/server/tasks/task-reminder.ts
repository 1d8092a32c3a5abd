import { Injectable } from '@nestjs/common';
import { Database, Handles, Notifications, UnitOfWork, WhoMay } from '@loctelli/core/server';
import { remindOfTask } from '../../contract.ts';

/** Tells whoever a task is assigned to that it is due. */
@Injectable()
export class TaskReminder {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly notifications: Notifications,
    private readonly whoMay: WhoMay,
  ) {}

  /**
   * What was planned is checked against the task as it stands: done, deleted, moved to another time or told already, and nothing is said.
   * The mark and the news commit together, so a repeated attempt tells nobody twice.
   */
  @Handles(remindOfTask)
  async remind({ taskId, dueAt }: { taskId: number; dueAt: string }): Promise<void> {
    await this.uow.run(async () => {
      const still = { id: taskId, dueAt: new Date(dueAt), completedAt: null, remindedAt: null };
      const { count } = await this.db.clientTask.updateMany({ where: still, data: { remindedAt: new Date() } });
      if (!count) return;
      const task = await this.db.clientTask.findFirst({ where: { id: taskId }, include: { client: { select: { name: true, deletedAt: true } } } });
      if (!task?.assigneeId || task.client.deletedAt) return;
      const userIds = await this.whoMay.among([task.assigneeId], 'clients.read', task.clientId);
      const params = { title: task.title, client: task.client.name };
      await this.notifications.send({ userIds, kind: 'clients.task-due', params, href: `/clients/${task.clientId}` });
    });
  }
}
