import { Injectable } from '@nestjs/common';
import { Audit, Cache, Database, problem, updateVersioned, type Prisma } from '@loctelli/core/server';
import { clientErrors } from '../contract.ts';
import type { ClientField, ClientFieldCreate, ClientFieldType, ClientFieldUpdate } from '../contract.ts';

/** The fields a tenant adds to its clients. */
@Injectable()
export class FieldsService {
  constructor(
    private readonly db: Database,
    private readonly cache: Cache,
    private readonly audit: Audit,
  ) {}

  async list(): Promise<ClientField[]> {
    const rows = await this.db.clientField.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] });
    return rows.map(fieldOf);
  }

  /** Throws clients.field-exists. */
  async create(input: ClientFieldCreate): Promise<ClientField> {
    demandOptions(input.type, input.options);
    const { _max } = await this.db.clientField.aggregate({ _max: { position: true } });
    const data = { position: (_max.position ?? -1) + 1, ...input };
    const [row] = await this.db.clientField.createManyAndReturn({ data: [data], skipDuplicates: true });
    if (!row) throw problem(clientErrors.fieldExists);
    await this.audit.record({
      action: 'client-field.created',
      subject: 'ClientField',
      subjectId: row.id,
      changes: { key: [null, row.key] },
    });
    return fieldOf(row);
  }

  async update(id: number, { version, ...changes }: ClientFieldUpdate): Promise<ClientField> {
    const row = await this.#find(id);
    demandOptions(row.type, changes.options ?? row.options);
    const after = await updateVersioned(this.db.clientField, { id, version }, changes);
    await this.audit.record({ action: 'client-field.updated', subject: 'ClientField', subjectId: id, changes });
    return fieldOf(after);
  }

  /** Puts the fields into this order; those that are not named follow as they stood. */
  async order(ids: number[]): Promise<ClientField[]> {
    const fields = await this.list();
    const known = new Set(fields.map(({ id }) => id));
    for (const id of ids) if (!known.has(id)) throw problem(clientErrors.fieldNotFound);
    const order = [...new Set([...ids, ...known])].map((id, position) => ({ id, position }));
    await this.db.$executeRaw`
      update "ClientField" f set position = r.position, "updatedAt" = now() at time zone 'utc'
      from jsonb_to_recordset(${JSON.stringify(order)}::jsonb) as r(id int, position int) where f.id = r.id and f.position <> r.position`;
    await this.cache.touch(['ClientField']);
    await this.audit.record({ action: 'client-field.ordered', subject: 'ClientField', changes: { ids } });
    return this.list();
  }

  /** Takes the field out of use. Values that clients hold stay stored, and return with a field of the same key. */
  async remove(id: number): Promise<void> {
    const { key } = await this.#find(id);
    await this.db.clientField.deleteMany({ where: { id } });
    await this.audit.record({ action: 'client-field.deleted', subject: 'ClientField', subjectId: id, changes: { key: [key, null] } });
  }

  async #find(id: number) {
    const row = await this.db.clientField.findFirst({ where: { id } });
    if (!row) throw problem(clientErrors.fieldNotFound);
    return row;
  }
}

function demandOptions(type: string, options: string[] = []): void {
  if ((type === 'select' || type === 'multiselect') && options.length === 0)
    throw problem(clientErrors.optionsNeeded, undefined, [
      { path: 'options', code: 'required', message: clientErrors.optionsNeeded.detail },
    ]);
}

const fieldOf = ({ id, key, label, type, required, options, position, version }: Prisma.ClientFieldGetPayload<object>): ClientField => ({
  ...{ id, key, label, required, options, position, version },
  type: type as ClientFieldType,
});
