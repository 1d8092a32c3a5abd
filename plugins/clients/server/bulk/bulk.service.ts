import { Injectable } from '@nestjs/common';
import { Access, Audit, BackgroundJobs, Cache, Database, Jobs, Prisma, problem, Standing } from '@loctelli/core/server';
import { clientErrors, runBulk, undoBulk } from '../../contract.ts';
import type { BulkChange, BulkCreate, BulkKind, ClientBulkRun, CustomFields } from '../../contract.ts';
import { faultsOf, tidied, type FieldRule } from '../custom-fields.ts';
import { ClientFilters } from '../filters.ts';
import { Owners } from '../owners.ts';
import { permissionOf, runOf, type BulkRunRow, type KeptTarget } from './bulk-run.ts';

/** What a user does to a bulk run; its work is in run-bulk.ts and undo-bulk.ts. */
@Injectable()
export class BulkService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly standing: Standing,
    private readonly filters: ClientFilters,
    private readonly owners: Owners,
    private readonly jobs: Jobs,
    private readonly progress: BackgroundJobs,
    private readonly cache: Cache,
    private readonly audit: Audit,
  ) {}

  /**
   * Judges the change once, for all clients, and starts it. A filter is settled now: clients made later are left out, and each is asked
   * again whether it still matches when its turn comes.
   */
  async start({ kind, target, change = {} }: BulkCreate): Promise<ClientBulkRun> {
    const permission = permissionOf(kind);
    this.access.demand(permission);
    const settled = kind === 'update' ? await this.#judge(change) : {};
    const [kept, total] = await this.#settle(kind, target);
    const progressId = await this.progress.start({ kind: `clients.bulk-${kind}`, params: { count: total }, total });
    const row = await this.db.clientBulkRun.create({
      data: {
        ...{ kind, total, progressId, ownerId: this.access.user.id },
        target: kept as object,
        change: settled as object,
        reach: { ...this.standing.keep([permission, 'clients.read']) },
      },
    });
    // Where it can be watched and taken back is known only now.
    await this.db.backgroundJob.updateMany({ where: { id: progressId }, data: { href: hrefOf(row.id) } });
    await this.jobs.add(runBulk, { runId: row.id });
    return runOf(row);
  }

  async get(id: number): Promise<ClientBulkRun> {
    return runOf(await this.#find(id));
  }

  /** Stops after the batch that is being written; what is done stays, and can be undone. Throws clients.bulk-not-running. */
  async cancel(id: number): Promise<ClientBulkRun> {
    const row = await this.#find(id);
    await this.#move(row, ['queued', 'running'], { status: 'cancelled', finishedAt: new Date() }, 'bulkNotRunning');
    if (row.progressId) await this.progress.finish(row.progressId, 'cancelled', { params: { count: row.changed } });
    const { kind, changed } = row;
    await this.audit.record({ action: 'clients.bulk-cancelled', subject: 'ClientBulkRun', subjectId: id, changes: { kind, changed } });
    return this.get(id);
  }

  /** Throws clients.bulk-not-undoable. */
  async undo(id: number): Promise<ClientBulkRun> {
    const row = await this.#find(id);
    this.access.demand(permissionOf(row.kind as BulkKind));
    const total = await this.db.clientBulkChange.count({ where: { runId: id } });
    const progressId = await this.progress.start({ kind: 'clients.bulk-undo', params: { count: total }, total, href: hrefOf(id) });
    await this.#move(row, ['done', 'cancelled', 'failed'], { status: 'undoing', progressId, kept: 0, processed: 0 }, 'bulkNotUndoable');
    await this.jobs.add(undoBulk, { runId: id });
    return this.get(id);
  }

  async #find(id: number): Promise<BulkRunRow> {
    const row = await this.db.clientBulkRun.findFirst({ where: { id, ownerId: this.access.user.id } });
    if (!row) throw problem(clientErrors.bulkNotFound);
    return row;
  }

  /** From one of some states to another, in one statement, so that two clicks cannot both succeed. */
  async #move({ id }: BulkRunRow, from: ClientBulkRun['status'][], data: object, otherwise: 'bulkNotRunning' | 'bulkNotUndoable'): Promise<void> {
    const { count } = await this.db.clientBulkRun.updateMany({ where: { id, status: { in: from } }, data: { ...data, version: { increment: 1 } } });
    if (!count) throw problem(clientErrors[otherwise]);
  }

  /** What the run is over, and how many that is. */
  async #settle(kind: BulkKind, target: BulkCreate['target']): Promise<[KeptTarget, number]> {
    if ('ids' in target) {
      const ids = [...new Set(target.ids)].sort((a, b) => a - b);
      return [{ ids }, ids.length];
    }
    const { sort: _sort, direction: _direction, ...rest } = target.filter;
    const filter = { ...rest, deleted: kind === 'restore' };
    const where = await this.filters.sql(permissionOf(kind), filter);
    const [found] = await this.db.$queryRaw<{ count: number; last: number | null }[]>(
      Prisma.sql`select count(*)::int as count, max(c.id)::int as last from "Client" c where ${where}`,
    );
    return [{ filter, maxId: found!.last ?? 0 }, found!.count];
  }

  /** @returns the change as it will be applied */
  async #judge(change: BulkChange): Promise<BulkChange> {
    const { addTags, removeTags, customFields, ...facts } = change;
    if (Object.values(facts).every((value) => value === undefined) && !addTags?.length && !removeTags?.length && !Object.keys(customFields ?? {}).length)
      throw problem(clientErrors.bulkNothing);
    const refused = this.access.refused('Client', 'write');
    const touched = [...Object.keys(facts), ...(addTags || removeTags ? ['tags'] : []), ...Object.keys(customFields ?? {}).map((key) => `custom:${key}`)];
    const field = touched.find((name) => refused.has(name) || (name.startsWith('custom:') && refused.has('customFields')));
    if (field) throw problem(clientErrors.fieldRefused, { field });
    if (change.ownerId !== undefined) await this.owners.check(change.ownerId, 'clients.update');
    await this.#judgeStage(change);
    return customFields ? { ...change, customFields: await this.#judgeCustomFields(customFields) } : change;
  }

  async #judgeStage({ stageId, lostReasonId }: BulkChange): Promise<void> {
    // Where a pipeline was put away, clients may stand and nobody moves to.
    const stage = stageId ? await this.db.stage.findFirst({ where: { id: stageId, pipeline: { archivedAt: null } } }) : null;
    if (stageId && !stage) throw problem(clientErrors.stageNotFound);
    const active = { archivedAt: null };
    if (lostReasonId && !(await this.db.lostReason.count({ where: { id: lostReasonId, ...active } }))) throw problem(clientErrors.lostReasonNotFound);
    if (stage?.kind === 'lost' && !lostReasonId && (await this.db.lostReason.count({ where: active })))
      throw problem(clientErrors.lostReasonNeeded, undefined, [{ path: 'change.lostReasonId', code: 'required', message: clientErrors.lostReasonNeeded.detail }]);
  }

  async #judgeCustomFields(sent: CustomFields): Promise<CustomFields> {
    const rules = await this.cache.remember<FieldRule[]>(['ClientField'], 'rules', () => this.db.clientField.findMany());
    const values = tidied(sent, rules, this.access.tenant.country);
    const faults = faultsOf(values, Object.keys(values), rules).map((fault) => ({ ...fault, path: `change.${fault.path}` }));
    if (faults.length) throw problem(clientErrors.wrongCustomField, undefined, faults);
    return values;
  }
}

const hrefOf = (runId: number) => `/clients/bulk/${runId}`;
