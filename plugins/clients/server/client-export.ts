import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { Access, Audit, Database, Prisma } from '@loctelli/core/server';
import type { ClientExportQuery, CustomFields } from '../contract.ts';
import { ClientFilters } from './filters.ts';
import { FieldsService } from './fields.service.ts';

const batch = 1000;
// prettier-ignore
const facts = ['name', 'email', 'phone', 'company', 'position', 'zone', 'status', 'source', 'value', 'currency', 'owner', 'stage', 'lostReason', 'tags', 'createdAt', 'updatedAt'] as const;
/** Columns that go with another field's rule. */
const ruledBy: Partial<Record<string, string>> = { owner: 'ownerId', stage: 'stageId', lostReason: 'lostReasonId', currency: 'value' };

type Snapshot = ReturnType<typeof AsyncLocalStorage.snapshot>;
type Row = Record<(typeof facts)[number], unknown> & { id: number; customFields: CustomFields };

/** The list as a file: the same filters, the rows the caller may export, and nothing a spreadsheet would run as a formula. */
@Injectable()
export class ClientExport {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly filters: ClientFilters,
    private readonly fields: FieldsService,
    private readonly audit: Audit,
  ) {}

  /** UTF-8 with a byte order mark, which spreadsheets need to read accents. Rows are fetched as the receiver takes them. */
  async csv(filter: ClientExportQuery): Promise<StreamableFile> {
    const where = await this.filters.sql('clients.export', filter);
    const refused = this.access.refused('Client', 'export');
    const custom = refused.has('customFields') ? [] : await this.fields.list();
    await this.audit.record({ action: 'clients.exported', subject: 'Client', changes: { filter } });
    const columns = [
      ...facts.filter((key) => !refused.has(ruledBy[key] ?? key)).map((key) => ({ key, header: headers[key] })),
      ...custom.map(({ key, label }) => ({ key: `custom:${key}`, header: label })),
    ];
    const csv = stringify({ header: true, bom: true, columns, escape_formulas: true, record_delimiter: 'windows' });
    Readable.from(this.#rows(where, AsyncLocalStorage.snapshot()))
      .on('error', (error) => csv.destroy(error))
      .pipe(csv);
    return new StreamableFile(csv, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="clients-${new Date().toISOString().slice(0, 10)}.csv"`,
    });
  }

  async *#rows(where: Prisma.Sql, inRequest: Snapshot): AsyncGenerator<Record<string, unknown>> {
    // The socket asks for more in a context of its own; each batch is fetched in the request's, as its tenant.
    for (let lastId = 0; ;) {
      const rows = await inRequest(() => this.#batch(where, lastId));
      for (const { customFields, ...row } of rows) yield { ...row, ...textOf(customFields) };
      if (rows.length < batch) return;
      lastId = rows.at(-1)!.id;
    }
  }

  async #batch(where: Prisma.Sql, lastId: number): Promise<Row[]> {
    return this.db.$queryRaw<Row[]>`
        select c.id, c.name, c.email, c.phone, c.company, c.position, c.zone, c.status, c.source, c.value::text as value, c.currency,
               u.email as owner, s.name as stage, l.label as "lostReason", array_to_string(c.tags, ', ') as tags, c."customFields",
               to_char(c."createdAt", 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt", to_char(c."updatedAt", 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt"
        from "Client" c left join "User" u on u."tenantId" = c."tenantId" and u.id = c."ownerId"
        left join "Stage" s on s."tenantId" = c."tenantId" and s.id = c."stageId"
        left join "LostReason" l on l."tenantId" = c."tenantId" and l.id = c."lostReasonId"
        where ${where} and c.id > ${lastId} order by c.id limit ${batch}`;
  }
}

const textOf = (values: CustomFields) =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`custom:${key}`, Array.isArray(value) ? value.join('; ') : String(value ?? '')]));

/** Headers that the import knows again. */
const headers: Record<(typeof facts)[number], string> = {
  ...{ name: 'Name', email: 'Email', phone: 'Phone', company: 'Company', position: 'Job title', zone: 'Time zone', status: 'Status' },
  ...{ source: 'Source', value: 'Value', currency: 'Currency', owner: 'Owner', stage: 'Stage', lostReason: 'Lost because', tags: 'Tags', createdAt: 'Created', updatedAt: 'Updated' },
};
