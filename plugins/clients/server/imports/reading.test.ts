import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { detectDelimiter } from './delimiter.ts';
import { detectEncoding } from './encoding.ts';
import { readBatches, readRows } from './read-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'loctelli-rows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (bytes: Buffer) => {
  const path = join(folder, `${Math.random()}.csv`);
  writeFileSync(path, bytes);
  return path;
};

test('encodings are told apart, also where the first accent comes late', async () => {
  const late = `Name,Note\n${'Plain,ascii\n'.repeat(20_000)}Begoña,año\n`;
  const text = 'Name;Ciudad\nBegoña Muñoz;Málaga\nIñaki Peña;León\n';
  const cases: [Buffer, string | null][] = [
    [Buffer.from(text), 'utf-8'],
    [Buffer.from(`\uFEFF${text}`), 'utf-8'],
    [Buffer.from(late), 'utf-8'],
    [iconv.encode(late, 'windows-1252'), 'windows-1252'],
    [iconv.encode(text, 'windows-1252'), 'windows-1252'],
    [iconv.encode('الاسم;المدينة\nمحمد العلي;الرياض\nفاطمة الزهراء;القاهرة\n', 'windows-1256'), 'windows-1256'],
    [iconv.encode(text, 'utf-16le', { addBOM: true }), 'utf-16le'],
    [iconv.encode(text, 'utf-16le'), 'utf-16le'],
    [iconv.encode(text, 'utf-16be', { addBOM: true }), 'utf-16be'],
    [Buffer.from([0x50, 0x4b, 3, 4, 0, 1, 0, 9, 200]), null],
  ];
  for (const [bytes, encoding] of cases) expect(await detectEncoding(file(bytes))).toBe(encoding);
});

test('whatever is written as a table is read back, whichever delimiter and encoding', async () => {
  const cell = fc.string({ unit: fc.constantFrom(...'abz é,;|"\n\t\'ñ1 '), maxLength: 8 }).map((text) => text.trim());
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 12 }));
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.constantFrom('utf-8', 'windows-1252', 'utf-16le'),
      async (rows, delimiter, encoding) => {
        const path = file(iconv.encode(stringify(rows, { delimiter, quoted: true, record_delimiter: 'windows' }), encoding));
        const read: string[][] = [];
        for await (const { cells } of readRows(path, { encoding, delimiter })) read.push(cells);
        expect(read).toEqual(rows.filter((row) => row.some((text) => text !== '')));
      },
    ),
    { numRuns: 60 },
  );
});

test('the delimiter is found though cells hold others', () => {
  const rows = Array.from({ length: 20 }, (_, i) => [`Name ${i}`, `a, b; c|${i}`, `${i},5`, 'x']);
  for (const delimiter of [',', ';', '\t', '|']) expect(detectDelimiter(stringify(rows, { delimiter }))).toBe(delimiter);
  expect(detectDelimiter('sep=|\nName|Mail\n')).toBe('|');
  expect(detectDelimiter('Name\nAna\n')).toBe(',');
});

test('batches go on after the rows that were dealt with, and rows keep the number a spreadsheet shows', async () => {
  const path = file(Buffer.from(`Name\n${Array.from({ length: 10 }, (_, i) => `N${i}`).join('\n\n')}\n`));
  const batches: string[][] = [];
  const numbers: number[] = [];
  for await (const batch of readBatches(path, { encoding: 'utf-8', delimiter: ',' }, 3, 4)) {
    batches.push(batch.map(({ cells }) => cells[0]!));
    numbers.push(...batch.map(({ row }) => row));
  }
  expect(batches).toEqual([
    ['N4', 'N5', 'N6'],
    ['N7', 'N8', 'N9'],
  ]);
  expect(numbers).toEqual([10, 12, 14, 16, 18, 20]);
});
