import type { ClientStatus, CustomFields, ImportTarget, RowReason } from '../../contract.ts';
import { readAddress, type FieldRule } from '../custom-fields.ts';
import { readBoolean, readDate, readEmail, readMoney, readNumber, readPhone, readStatus, readTags } from './cell-values.ts';
import type { FileRow } from './read-rows.ts';

/** What one row of a file says about a client. An absent field was not in the file, or empty. */
export interface ParsedClient {
  name: string;
  email?: string;
  phone?: string;
  company?: string;
  position?: string;
  zone?: string;
  status?: ClientStatus;
  source?: string;
  value?: number;
  currency?: string;
  ownerId?: number;
  tags?: string[];
  note?: string;
  createdAt?: string;
  customFields?: CustomFields;
}

export interface ParsedRow extends FileRow {
  /** Null when there are reasons not to take the row in. */
  client: ParsedClient | null;
  reasons: RowReason[];
}

export interface RowForm {
  columns: readonly string[];
  mapping: readonly (ImportTarget | null)[];
  fields: readonly FieldRule[];
  country: string;
  currency: string;
  /** E-mail address or name, lower case → user id */
  owners: ReadonlyMap<string, number>;
}

type Cells = Map<ImportTarget, { column: string; cell: string }[]>;

/** Makes the function that reads rows of one file. It never throws: what is wrong with a row is in its reasons. */
export function rowParser(form: RowForm): (row: FileRow) => ParsedRow {
  const rules = new Map(form.fields.map((rule) => [rule.key, rule]));
  return ({ row, cells }) => {
    const reasons: RowReason[] = [];
    const tooMany = cells.slice(form.columns.length).find((cell) => cell !== '');
    if (tooMany !== undefined) reasons.push({ column: '', code: 'too-many-cells', value: tooMany.slice(0, 200) });
    const client = read(byTarget(cells, form), form, rules, reasons);
    return { row, cells, client: reasons.length === 0 ? client : null, reasons };
  };
}

function byTarget(cells: readonly string[], { columns, mapping }: RowForm): Cells {
  const found: Cells = new Map();
  for (const [index, target] of mapping.entries()) {
    const cell = clean(cells[index] ?? '', target === 'note');
    if (!target || cell === '') continue;
    const entry = { column: columns[index]!, cell };
    const known = found.get(target);
    if (known) known.push(entry);
    else found.set(target, [entry]);
  }
  return found;
}

function read(cells: Cells, form: RowForm, rules: Map<string, FieldRule>, reasons: RowReason[]): ParsedClient {
  const { country } = form;
  const one = <T>(target: ImportTarget, code: string, reader: (cell: string) => T | undefined): T | undefined => {
    const entry = cells.get(target)?.[0];
    if (!entry) return undefined;
    const value = reader(entry.cell);
    if (value === undefined) reasons.push({ column: entry.column, code, value: entry.cell.slice(0, 200) });
    return value;
  };
  const text = (target: ImportTarget, longest: number) => one(target, 'too-long', (cell) => (cell.length <= longest ? cell : undefined));
  const all = (target: ImportTarget) => (cells.get(target) ?? []).map(({ cell }) => cell);

  const email = one('email', 'email', readEmail);
  const phone = one('phone', 'phone', (cell) => readPhone(cell, country));
  const company = text('company', 200);
  const money = one('value', 'value', readMoney);
  const currency = one('currency', 'currency', (cell) => (/^[A-Z]{3}$/i.test(cell) ? cell.toUpperCase() : undefined)) ?? money?.currency;
  const full = [all('firstName')[0], all('middleName')[0], all('lastName')[0]].filter(Boolean).join(' ');
  const name = text('name', 200) ?? (full.slice(0, 200) || company || email || phone);
  if (!name && reasons.length === 0) reasons.push({ column: '', code: 'name-missing', value: '' });
  const tags = [...new Set(all('tags').flatMap(readTags))].slice(0, 50);
  const note = all('note').join('\n\n').slice(0, 5000);
  const customFields = readCustom(cells, rules, country, reasons);

  return dropUndefined({
    ...{ name: name ?? '', email, phone, company, currency: currency ?? (money && form.currency), value: money?.value },
    position: text('position', 200),
    zone: one('zone', 'zone', (cell) => (isZone(cell) ? cell : undefined)),
    status: one('status', 'status', readStatus),
    source: text('source', 100),
    ownerId: all('owner').flatMap((cell) => form.owners.get(cell.toLowerCase()) ?? [])[0],
    tags: tags.length ? tags : undefined,
    note: note || undefined,
    createdAt: one('createdAt', 'date', (cell) => readDate(cell, country)),
    customFields: Object.keys(customFields).length ? customFields : undefined,
  });
}

function readCustom(cells: Cells, rules: Map<string, FieldRule>, country: string, reasons: RowReason[]): CustomFields {
  const values: CustomFields = {};
  for (const [target, [entry]] of cells) {
    const rule = target.startsWith('custom:') ? rules.get(target.slice(7)) : undefined;
    if (!rule || !entry) continue;
    const value = readAs(rule, entry.cell, country);
    if (value === undefined) reasons.push({ column: entry.column, code: rule.type, value: entry.cell.slice(0, 200) });
    else values[rule.key] = value;
  }
  return values;
}

/** A text as a value of one of the tenant's own fields; undefined where it cannot be read as such. */
export function readAs({ type, options }: FieldRule, cell: string, country: string): CustomFields[string] | undefined {
  if (type === 'number') return readNumber(cell);
  if (type === 'money') return readMoney(cell)?.value;
  if (type === 'boolean') return readBoolean(cell);
  if (type === 'date') return readDate(cell, country)?.slice(0, 10);
  if (type === 'select') return optionOf(options, cell);
  if (type === 'multiselect') return readOptions(options, cell);
  if (type === 'email') return readEmail(cell);
  if (type === 'phone') return readPhone(cell, country);
  if (type === 'url') return readAddress(cell);
  return cell.length <= 2000 ? cell : undefined;
}

const optionOf = (options: readonly string[], cell: string) => options.find((option) => option.toLowerCase() === cell.toLowerCase());

/** An option may hold a comma itself: the whole cell is tried first. */
function readOptions(options: readonly string[], cell: string): string[] | undefined {
  const whole = optionOf(options, cell);
  if (whole) return [whole];
  const found = readTags(cell).map((part) => optionOf(options, part));
  return found.length && found.every((option) => option !== undefined) ? [...new Set(found as string[])] : undefined;
}

/** A cell without control characters; line breaks stay in notes. A leading apostrophe is how spreadsheets (and our export) guard a formula. */
function clean(cell: string, keepLines: boolean): string {
  const text = cell.replace(/^'(?=[=+\-@])/, '');
  // eslint-disable-next-line no-control-regex -- these are what must go.
  return (
    keepLines ? text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]+/g, ' ') : text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
  ).trim();
}

const zones = new Set(Intl.supportedValuesOf('timeZone'));
const isZone = (cell: string) => zones.has(cell) || cell === 'UTC';

const dropUndefined = (client: { [K in keyof ParsedClient]: ParsedClient[K] | undefined }) =>
  Object.fromEntries(Object.entries(client).filter(([, value]) => value !== undefined)) as unknown as ParsedClient;
