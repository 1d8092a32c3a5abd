import { Injectable } from '@nestjs/common';
import { Audit, Database, problem, updateVersioned, type Prisma } from '@loctelli/core/server';
import { clientErrors, type LostReason, type LostReasonUpdate } from '../contract.ts';
import { ClientSetup } from './client-setup.ts';

/** Why deals are lost, in the tenant's words. */
@Injectable()
export class LostReasonsService {
  constructor(
    private readonly db: Database,
    private readonly setup: ClientSetup,
    private readonly audit: Audit,
  ) {}

  /** Those that were put away come last. */
  async list(): Promise<LostReason[]> {
    await this.setup.get();
    const rows = await this.db.lostReason.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] });
    return [...rows.filter(({ archivedAt }) => !archivedAt), ...rows.filter(({ archivedAt }) => archivedAt)].map(reasonOf);
  }

  /** One that was put away comes back with its words. Throws clients.lost-reason-exists. */
  async create(label: string): Promise<LostReason> {
    await this.setup.get();
    const { _max } = await this.db.lostReason.aggregate({ _max: { position: true } });
    const data = { label, position: (_max.position ?? -1) + 1 };
    const [made] = await this.db.lostReason.createManyAndReturn({ data: [data], skipDuplicates: true });
    const row = made ?? (await this.#revive(label));
    await this.audit.record({ action: 'lost-reason.created', subject: 'LostReason', subjectId: row.id, changes: { label: [null, label] } });
    return reasonOf(row);
  }

  async update(id: number, { version, archived, ...changes }: LostReasonUpdate): Promise<LostReason> {
    const row = await this.#find(id);
    if (changes.label !== undefined && changes.label !== row.label && (await this.db.lostReason.count({ where: { label: changes.label } })))
      throw problem(clientErrors.lostReasonExists);
    const data = { ...changes, ...(archived !== undefined && { archivedAt: archived ? (row.archivedAt ?? new Date()) : null }) };
    const after = await updateVersioned(this.db.lostReason, { id, version }, data);
    await this.audit.record({ action: 'lost-reason.updated', subject: 'LostReason', subjectId: id, changes: { ...changes, ...(archived !== undefined && { archived }) } });
    return reasonOf(after);
  }

  async archive(id: number): Promise<void> {
    const { label } = await this.#find(id);
    const { count } = await this.db.lostReason.updateMany({ where: { id, archivedAt: null }, data: { archivedAt: new Date(), version: { increment: 1 } } });
    if (count) await this.audit.record({ action: 'lost-reason.archived', subject: 'LostReason', subjectId: id, changes: { label: [label, null] } });
  }

  async #revive(label: string) {
    const [row] = await this.db.lostReason.updateManyAndReturn({
      where: { label, archivedAt: { not: null } },
      data: { archivedAt: null, version: { increment: 1 } },
    });
    if (!row) throw problem(clientErrors.lostReasonExists);
    return row;
  }

  async #find(id: number) {
    const row = await this.db.lostReason.findFirst({ where: { id } });
    if (!row) throw problem(clientErrors.lostReasonNotFound);
    return row;
  }
}

const reasonOf = ({ id, label, position, archivedAt, version }: Prisma.LostReasonGetPayload<object>): LostReason => ({
  ...{ id, label, position, version },
  archivedAt: archivedAt?.toISOString() ?? null,
});
