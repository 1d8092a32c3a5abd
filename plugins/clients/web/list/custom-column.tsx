import type { Column, EditorSpec, Formats } from '@loctelli/core/web';
import type { Client, ClientField, CustomFields } from '../../contract.ts';
import { None, TagList, Text } from './cells.tsx';

interface Ways {
  formats: Formats;
  yes: string;
  no: string;
  mayEdit: boolean;
  save: (row: Client, change: { customFields: CustomFields }) => Promise<Client>;
}
type Value = CustomFields[string] | undefined;

/** One of the tenant's own fields as a column. */
export function customColumn(field: ClientField, ways: Ways): Column<Client> {
  const { key, label, type } = field;
  const numeric = type === 'number' || type === 'money';
  return {
    id: `custom:${key}`,
    header: label,
    width: 150,
    card: 'hidden',
    ...(numeric && { align: 'end' as const }),
    cell: (row) => <Shown value={row.customFields[key]} field={field} ways={ways} currency={row.currency} />,
    edit: (row) => (ways.mayEdit ? editorOf(field, row, ways) : null),
  };
}

function Shown({ value, field: { type }, ways: { formats, yes, no }, currency }: { value: Value; field: ClientField; ways: Ways; currency: string | null }) {
  if (value === null || value === undefined || value === '') return <None />;
  if (Array.isArray(value)) return <TagList tags={value} />;
  if (typeof value === 'boolean') return value ? yes : no;
  if (type === 'money') return formats.money(Number(value), currency ?? 'USD');
  if (typeof value === 'number') return formats.number(value);
  // A day is a day everywhere: noon keeps it from slipping into its neighbour by a zone.
  if (type === 'date') return formats.date(`${value}T12:00:00Z`);
  return <Text value={value} ltr={type === 'phone' || type === 'email' || type === 'url'} />;
}

function editorOf({ key, type, options, required }: ClientField, row: Client, { save, yes, no }: Ways): EditorSpec<Client> {
  const value = row.customFields[key];
  const apply = (next: Value) => ({ ...row, customFields: { ...row.customFields, [key]: next ?? null } }) as Client;
  const send = (next: Value) => save(row, { customFields: { [key]: next ?? null } });
  const list = options.map((option) => ({ value: option, label: option }));
  switch (type) {
    case 'number':
    case 'money':
      return { type: 'number', value: typeof value === 'number' ? value : null, apply, save: send };
    case 'date':
      return { type: 'date', value: typeof value === 'string' ? value : null, apply, save: send };
    case 'select':
      return { type: 'select', value: typeof value === 'string' ? value : null, options: list, apply, save: send };
    case 'multiselect':
      return { type: 'tags', value: Array.isArray(value) ? value : [], suggestions: options, apply, save: send };
    case 'boolean': {
      const options = [{ value: 'yes', label: yes }, { value: 'no', label: no }];
      const read = (choice: string | null) => (choice === null ? null : choice === 'yes');
      return { type: 'select', value: value === undefined || value === null ? null : value ? 'yes' : 'no', options, apply: (choice) => apply(read(choice)), save: (choice) => send(read(choice)) };
    }
    default: {
      const inputMode = type === 'email' || type === 'url' ? type : type === 'phone' ? 'tel' : 'text';
      return { type: 'text', inputMode, required, value: typeof value === 'string' ? value : '', apply: (text) => apply(text || null), save: (text) => send(text || null) };
    }
  }
}
