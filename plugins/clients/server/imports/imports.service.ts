import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { Page, PageQuery } from '@loctelli/core';
import { Access, Audit, Database, Files, Jobs, problem, seek, UnitOfWork } from '@loctelli/core/server';
import { clientErrors, runImport, undoImport } from '../../contract.ts';
import type { ClientImport, DuplicateRule, ImportTarget } from '../../contract.ts';
import { demandWritable } from '../field-rules.ts';
import { FieldsService } from '../fields.service.ts';
import { manyColumns } from './header-words.ts';
import { importOf, type ImportRow } from './import-row.ts';
import { inspect } from './inspect.ts';
import { suggestMapping } from './suggest-mapping.ts';
import type { Reach } from './row-source.ts';

const megabytes = 50;

/** What a user does to an import; its work is in run-import.ts and undo-import.ts. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly uow: UnitOfWork,
    private readonly files: Files,
    private readonly jobs: Jobs,
    private readonly fields: FieldsService,
    private readonly audit: Audit,
  ) {}

  /** Stores a file, finds out how it is written and suggests where its columns go. Throws clients.file-unreadable, clients.file-empty, core.too-large. */
  async upload(name: string, bytes: Readable): Promise<ClientImport> {
    const file = await this.files.save({ name, mime: 'text/csv', bytes, limit: megabytes * 1024 * 1024 });
    try {
      const { path } = await this.files.find(file.id);
      const table = await inspect(path);
      const refused = this.access.refused('Client', 'write');
      const mapping = suggestMapping(table.columns, await this.fields.list()).map((target) => (target && refused.has(fieldOf(target)) ? null : target));
      return await this.uow.run(async () => {
        const row = await this.db.clientImport.create({
          data: { ...table, mapping, name: name.slice(0, 200), fileId: file.id, ownerId: this.access.user.id },
        });
        await this.#record('client-import.uploaded', row);
        return importOf(row);
      });
    } catch (error) {
      await this.files.delete(file.id);
      throw error;
    }
  }

  /** Newest first. */
  async list({ cursor, limit }: PageQuery): Promise<Page<ClientImport>> {
    const order = seek({ sort: [{ field: 'createdAt', direction: 'desc', type: 'date' }], cursor, limit });
    const where = { AND: [this.access.where('clients.import'), order.where] };
    const page = order.page(await this.db.clientImport.findMany({ where, orderBy: order.orderBy, take: order.take }));
    return { ...page, items: page.items.map(importOf) };
  }

  async get(id: number): Promise<ClientImport> {
    return importOf(await this.find(id));
  }

  /** Throws clients.import-not-found. */
  async find(id: number): Promise<ImportRow> {
    const row = await this.db.clientImport.findFirst({ where: { AND: [{ id }, this.access.where('clients.import')] } });
    if (!row) throw problem(clientErrors.importNotFound);
    return row;
  }

  /** Throws clients.import-started, clients.name-not-mapped, clients.column-mapped-twice, clients.field-refused. */
  async map(id: number, mapping: (ImportTarget | null)[], rule: DuplicateRule): Promise<ClientImport> {
    const row = await this.find(id);
    this.#demand(mapping);
    const width = (row.columns as string[]).length;
    const full = Array.from({ length: width }, (_, index) => mapping[index] ?? null);
    await this.#move(id, ['draft'], { mapping: full, rule }, 'importStarted');
    return this.get(id);
  }

  async start(id: number): Promise<ClientImport> {
    const row = await this.find(id);
    this.#demand(importOf(row).mapping);
    const { id: userId, teamId } = this.access.user;
    const reach: Reach = { scope: this.access.can('clients.update') ?? 'own', userId, teamId };
    await this.#move(id, ['draft'], { status: 'queued', startedAt: new Date(), reach: { ...reach } }, 'importStarted');
    await this.jobs.add(runImport, { importId: id });
    await this.#record('client-import.started', row);
    return this.get(id);
  }

  /** Stops after the batch that is being written; what is in stays, and can be undone. */
  async cancel(id: number): Promise<ClientImport> {
    const row = await this.find(id);
    await this.#move(id, ['queued', 'running'], { status: 'cancelled', finishedAt: new Date() }, 'importNotRunning');
    await this.#record('client-import.cancelled', row);
    return this.get(id);
  }

  async undo(id: number): Promise<ClientImport> {
    const row = await this.find(id);
    await this.#move(id, ['done', 'cancelled', 'failed'], { status: 'undoing' }, 'importNotUndoable');
    await this.jobs.add(undoImport, { importId: id });
    await this.#record('client-import.undone', row);
    return this.get(id);
  }

  /** From one of some states to another, in one statement, so that two clicks cannot both succeed. */
  async #move(
    id: number,
    from: ClientImport['status'][],
    data: object,
    otherwise: 'importStarted' | 'importNotRunning' | 'importNotUndoable',
  ) {
    const { count } = await this.db.clientImport.updateMany({
      where: { id, status: { in: from } },
      data: { ...data, version: { increment: 1 } },
    });
    if (!count) throw problem(clientErrors[otherwise]);
  }

  #demand(mapping: (ImportTarget | null)[]): void {
    demandUsable(mapping);
    demandWritable(
      mapping.flatMap((target) => (target ? [fieldOf(target)] : [])),
      this.access.refused('Client', 'write'),
    );
  }

  async #record(action: string, row: ImportRow): Promise<void> {
    await this.audit.record({ action, subject: 'ClientImport', subjectId: row.id, changes: { file: row.name, rows: row.rowCount } });
  }
}

/** The client's field that a column goes to, as roles' rules name it. */
const fieldOf = (target: ImportTarget): string => (target === 'owner' ? 'ownerId' : target);

const naming: ReadonlySet<ImportTarget> = new Set<ImportTarget>(['name', 'firstName', 'lastName', 'email', 'phone', 'company']);

function demandUsable(mapping: (ImportTarget | null)[]): void {
  const used = mapping.filter((target) => target !== null);
  if (!used.some((target) => naming.has(target))) throw problem(clientErrors.nameNotMapped);
  const twice = used.find((target, index) => used.indexOf(target) !== index && !manyColumns.has(target));
  if (twice) throw problem(clientErrors.columnMappedTwice, { target: twice });
}
