import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { decoderOf } from './encoding.ts';

export interface TableForm {
  encoding: string;
  delimiter: string;
}

export interface FileRow {
  /** As a spreadsheet counts: the header is 1. */
  row: number;
  cells: string[];
}

/**
 * Reads a table row by row, the header first; empty rows are passed over but counted. Holds a few rows in memory, however long the file.
 * Throws csv-parse's error for a quoted cell that never ends.
 */
export async function* readRows(path: string, { encoding, delimiter }: TableForm): AsyncGenerator<FileRow> {
  const parser = parse({ delimiter, relax_column_count: true, relax_quotes: true, max_record_size: 1024 * 1024 });
  const bytes = createReadStream(path);
  const text = decoderOf(encoding);
  const fail = (error: Error) => void parser.destroy(error);
  bytes.on('error', fail);
  text.on('error', fail);
  bytes.pipe(text).pipe(parser);
  try {
    let row = 0;
    for await (const record of parser as AsyncIterable<string[]>) {
      row++;
      if (row === 1 && /^sep=/i.test(record.join(delimiter))) continue;
      const cells = record.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== '')) yield { row, cells };
    }
  } finally {
    bytes.destroy();
    parser.destroy();
  }
}

/** The rows under the header, `size` at a time, beginning after the first `skip`. */
export async function* readBatches(path: string, form: TableForm, size: number, skip = 0): AsyncGenerator<FileRow[]> {
  let [index, batch] = [-1, [] as FileRow[]];
  for await (const row of readRows(path, form)) {
    index++;
    if (index === 0 || index <= skip) continue;
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length) yield batch;
}
