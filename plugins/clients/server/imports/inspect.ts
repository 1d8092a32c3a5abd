import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { problem } from '@loctelli/core/server';
import { clientErrors } from '../../contract.ts';
import { detectDelimiter } from './delimiter.ts';
import { detectEncoding } from './encoding.ts';
import { readRows } from './read-rows.ts';

const shown = 5;

export interface Table {
  encoding: string;
  delimiter: string;
  columns: string[];
  sample: string[][];
  rowCount: number;
}

/** Finds out how a table file is written, and counts its rows. Throws clients.file-unreadable and clients.file-empty. */
export async function inspect(path: string): Promise<Table> {
  const encoding = await detectEncoding(path);
  if (!encoding) throw problem(clientErrors.fileUnreadable);
  const delimiter = detectDelimiter(await headOf(path, encoding));
  const table: Table = { encoding, delimiter, columns: [], sample: [], rowCount: -1 };
  try {
    for await (const { cells } of readRows(path, table)) {
      table.rowCount++;
      if (table.rowCount === 0) table.columns = cells.map((cell, index) => cell.slice(0, 100) || `#${index + 1}`);
      else if (table.rowCount <= shown) table.sample.push(table.columns.map((_, index) => (cells[index] ?? '').slice(0, 200)));
    }
  } catch {
    throw problem(clientErrors.fileUnreadable);
  }
  if (table.columns.length > 500) throw problem(clientErrors.fileUnreadable);
  if (table.rowCount < 1) throw problem(clientErrors.fileEmpty);
  return table;
}

async function headOf(path: string, encoding: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    return iconv.decode(buffer.subarray(0, bytesRead), encoding);
  } finally {
    await file.close();
  }
}
