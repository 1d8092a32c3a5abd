import { AsyncLocalStorage } from 'node:async_hooks';
import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import { Database } from '@loctelli/core/server';
import type { RowReason } from '../../contract.ts';
import type { ImportRow } from './import-row.ts';
import { ImportsService } from './imports.service.ts';

const size = 1000;

/** The rows that were not taken in, as they stood in the file, with the reason: correct them and import that file. */
@Injectable()
export class ErrorFile {
  constructor(
    private readonly db: Database,
    private readonly imports: ImportsService,
  ) {}

  async csv(id: number): Promise<StreamableFile> {
    const row = await this.imports.find(id);
    const csv = stringify({ bom: true, escape_formulas: true, record_delimiter: 'windows' });
    Readable.from(this.#lines(row, AsyncLocalStorage.snapshot()))
      .on('error', (error) => csv.destroy(error))
      .pipe(csv);
    return new StreamableFile(csv, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="import-${id}-errors.csv"` });
  }

  async *#lines(row: ImportRow, inRequest: ReturnType<typeof AsyncLocalStorage.snapshot>): AsyncGenerator<string[]> {
    const columns = row.columns as string[];
    yield [...columns, 'Row', 'Reason'];
    for (let after = 0; ;) {
      const errors = await inRequest(
        async () =>
          await this.db.clientImportError.findMany({ where: { importId: row.id, id: { gt: after } }, orderBy: { id: 'asc' }, take: size }),
      );
      for (const { cells, reasons, row: number } of errors) {
        const own = cells as string[];
        yield [
          ...columns.map((_, index) => own[index] ?? ''),
          String(number),
          (reasons as unknown as RowReason[]).map(sentenceOf).join('; '),
        ];
      }
      if (errors.length < size) return;
      after = errors.at(-1)!.id;
    }
  }
}

const sentenceOf = ({ column, code, value }: RowReason) =>
  [column && `${column}:`, wrong[code] ?? code, value && `(${value})`].filter(Boolean).join(' ');

const wrong: Record<string, string> = {
  'too-many-cells': 'more cells than the header has columns',
  'name-missing': 'no name, e-mail address, phone number or company',
  'too-long': 'too long',
  email: 'not an e-mail address',
  phone: 'not a phone number',
  status: 'not a known status',
  value: 'not an amount',
  currency: 'not a currency code',
  zone: 'not a time zone',
  date: 'not a date',
  number: 'not a number',
  boolean: 'neither yes nor no',
  select: 'not one of the choices',
  text: 'too long',
};
