import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Access, Audit, Database, Events, Jobs, Notifications, problem, Timeline, updateVersioned, WhoMay, userNames } from '@loctelli/core/server';
import { clientErrors, clientTaskCompleted, clientTaskCreated, remindOfTask } from '../../contract.ts';
import type { ClientTask, ClientTaskCreate, ClientTaskUpdate } from '../../contract.ts';
import { ClientNews } from '../client-news.ts';
import { ClientReach } from '../client-reach.ts';
import { taskOf, withNames, type TaskRow } from './task-row.ts';

/** What is to be done about a client. Who may change the client may change its tasks; who a task is given to may tick it off. */
@Injectable()
export class TasksService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly reach: ClientReach,
    private readonly news: ClientNews,
    private readonly timeline: Timeline,
    private readonly notifications: Notifications,
    private readonly whoMay: WhoMay,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
  ) {}

  /** Throws clients.task-not-found unless its client may be read. */
  async get(id: number): Promise<ClientTask> {
    const row = await this.#find(id);
    return taskOf(row, await this.#nameOf(row.completedById));
  }

  async create(clientId: number, { title, body = null, dueAt = null, assigneeId }: ClientTaskCreate): Promise<ClientTask> {
    await this.reach.demand(clientId, 'clients.update');
    const me = this.access.user.id;
    const assignee = assigneeId === undefined ? me : assigneeId;
    await this.#demandAssignable(assignee, clientId);
    return taskOf(await this.write(clientId, { title, body, dueAt, assigneeId: assignee }, me), null);
  }

  /** Writes one that was judged already. `createdById` is null for a program's. */
  async write(clientId: number, { title, body, dueAt, assigneeId }: Required<ClientTaskCreate>, createdById: number | null): Promise<TaskRow> {
    const due = dueAt === null ? null : new Date(dueAt);
    const row = await this.db.clientTask.create({ data: { clientId, title, body, dueAt: due, assigneeId, createdById }, include: withNames });
    await this.news.tell(clientId, 'task-created', toldOf(row), { source: createdSource(row.id) });
    await this.events.emit(clientTaskCreated, { taskId: row.id, clientId, assigneeId });
    await this.#tellAssignee(row);
    await this.#remindLater(row);
    await this.#record('client.task-created', row);
    return row;
  }

  /** Throws clients.task-not-found when the client may not be changed, unless the caller ticks off or reopens a task of their own. */
  async update(id: number, { version, done, ...input }: ClientTaskUpdate): Promise<ClientTask> {
    const before = await this.#find(id);
    const ticksOffOwn = before.assigneeId === this.access.user.id && Object.values(input).every((value) => value === undefined);
    if (!ticksOffOwn && !(await this.reach.may(before.clientId, 'clients.update'))) throw problem(clientErrors.taskNotFound);
    if (before.version !== version) throw problem(kernelErrors.versionConflict);
    if (input.assigneeId !== undefined && input.assigneeId !== before.assigneeId) await this.#demandAssignable(input.assigneeId, before.clientId);
    const dueAt = input.dueAt === undefined ? before.dueAt : input.dueAt === null ? null : new Date(input.dueAt);
    const isMoved = dueAt?.getTime() !== before.dueAt?.getTime();
    const isDone = before.completedAt !== null;
    const turns = done !== undefined && done !== isDone;
    await updateVersioned(this.db.clientTask, { id, version }, {
      ...input,
      dueAt,
      ...(isMoved && { remindedAt: null }),
      ...(turns && { completedAt: done ? new Date() : null, completedById: done ? this.access.user.id : null }),
    });
    const row = await this.db.clientTask.findFirstOrThrow({ where: { id }, include: withNames });
    await this.timeline.revise(createdSource(id), { params: toldOf(row) });
    if (turns) await this.#turned(row, done);
    else await this.news.changed(row.clientId);
    if (row.assigneeId !== before.assigneeId && !row.completedAt) await this.#tellAssignee(row);
    if (isMoved || (turns && !done)) await this.#remindLater(row);
    await this.#record(turns ? (done ? 'client.task-completed' : 'client.task-reopened') : 'client.task-changed', row);
    return taskOf(row, await this.#nameOf(row.completedById));
  }

  async remove(id: number): Promise<void> {
    const row = await this.#find(id);
    if (!(await this.reach.may(row.clientId, 'clients.update'))) throw problem(clientErrors.taskNotFound);
    await this.db.clientTask.deleteMany({ where: { id } });
    await this.timeline.retract(createdSource(id));
    await this.timeline.retract(doneSource(id));
    await this.news.changed(row.clientId);
    await this.#record('client.task-deleted', row);
  }

  /** A task of a client the caller may read. */
  async #find(id: number): Promise<TaskRow> {
    const row = await this.db.clientTask.findFirst({ where: { id, client: this.access.where('clients.read') }, include: withNames });
    if (!row) throw problem(clientErrors.taskNotFound);
    return row;
  }

  async #turned(row: TaskRow, done: boolean): Promise<void> {
    if (!done) {
      await this.timeline.retract(doneSource(row.id));
      return this.news.changed(row.clientId);
    }
    await this.news.tell(row.clientId, 'task-done', { title: row.title }, { source: doneSource(row.id) });
    await this.events.emit(clientTaskCompleted, { taskId: row.id, clientId: row.clientId, assigneeId: row.assigneeId });
  }

  /** Throws clients.unknown-assignee, or clients.assignee-out-of-reach: nobody is given what they cannot see. */
  async #demandAssignable(userId: number | null, clientId: number): Promise<void> {
    if (userId === null || userId === this.access.user.id) return;
    const known = await this.db.user.findFirst({ where: { id: userId, isActive: true }, select: { id: true } });
    if (!known) throw refusal(clientErrors.unknownAssignee);
    if ((await this.whoMay.among([userId], 'clients.read', clientId)).length === 0) throw refusal(clientErrors.assigneeOutOfReach);
  }

  async #tellAssignee(row: TaskRow): Promise<void> {
    const me = this.access.isSignedIn ? this.access.user : null;
    if (row.assigneeId === null || row.assigneeId === me?.id) return;
    await this.notifications.send({
      userIds: [row.assigneeId],
      kind: 'clients.task-assigned',
      params: { by: me?.name ?? this.access.tenant.name, title: row.title, client: row.client.name },
      href: `/clients/${row.clientId}`,
    });
  }

  async #remindLater({ id, dueAt, completedAt }: TaskRow): Promise<void> {
    const delayMs = dueAt ? dueAt.getTime() - Date.now() : 0;
    if (dueAt && !completedAt && delayMs > 0) await this.jobs.add(remindOfTask, { taskId: id, dueAt: dueAt.toISOString() }, { delayMs });
  }

  #nameOf = async (userId: number | null) => (await userNames(this.db, [userId])).of(userId);

  async #record(action: string, { id, clientId, title }: TaskRow): Promise<void> {
    await this.audit.record({ action, subject: 'Client', subjectId: clientId, changes: { taskId: id, title } });
  }
}

const createdSource = (id: number) => `ClientTask:${id}`;
const doneSource = (id: number) => `ClientTaskDone:${id}`;
const toldOf = ({ title, assignee }: TaskRow) => ({ title, assignee: assignee?.name ?? null });

const refusal = (error: (typeof clientErrors)['unknownAssignee' | 'assigneeOutOfReach']) =>
  problem(error, undefined, [{ path: 'assigneeId', code: 'unknown', message: error.detail }]);
