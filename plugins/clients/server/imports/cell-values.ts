import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/min';
import type { ClientStatus } from '../../contract.ts';

/** Each function reads one cell; undefined means that it cannot be read. Cells are trimmed and not empty. */

/** Google writes several values of one kind as `a ::: b`. */
export const severalOf = (cell: string) => cell.split(/\s*:::\s*/).filter(Boolean);

export function readEmail(cell: string): string | undefined {
  const address =
    severalOf(cell)[0]
      ?.replace(/^mailto:/i, '')
      .toLowerCase() ?? '';
  return address.length <= 254 && /^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\.]+(\.[^\s@<>(),;:"[\]\\.]+)+$/.test(address)
    ? address
    : undefined;
}

/** E.164. A number without `+` is read as somebody in `country` would dial it. */
export function readPhone(cell: string, country: string): string | undefined {
  const text = (severalOf(cell)[0] ?? '').replace(/^'(?=\+)/, '').replace(/^00(?=[1-9])/, '+');
  const number = parsePhoneNumberFromString(text, country as CountryCode);
  return number?.isPossible() ? number.number : undefined;
}

export const readTags = (cell: string): string[] =>
  cell.split(/\s*(?::::|[,;|])\s*/).flatMap((part) => {
    const tag = part
      .replace(/^\*\s*/, '')
      .trim()
      .slice(0, 40);
    return tag && !/^(mycontacts|starred)$/i.test(tag) ? [tag] : [];
  });

const signs: Record<string, string> = { '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR', US$: 'USD' };

/** An amount as people write it: `1,234.50`, `1.234,50 €`, `$ 1 200`, `(300)` is no amount here. */
export function readMoney(cell: string): { value: number; currency?: string } | undefined {
  const code = /\b[A-Z]{3}\b/.exec(cell)?.[0];
  const sign = /US\$|[€£¥₹]/.exec(cell)?.[0];
  const value = readNumber(cell.replace(/US\$|[€£¥₹$]|\b[A-Z]{3}\b/g, ''));
  if (value === undefined || value < 0 || value > 999_999_999_999) return undefined;
  const currency = code ?? (sign && signs[sign]);
  return { value: Math.round(value * 100) / 100, ...(currency && { currency }) };
}

/** The last of two different marks is the decimal one; a single mark before exactly three digits groups thousands. */
export function readNumber(cell: string): number | undefined {
  const text = cell.replace(/[\s\u00a0'’]/g, '');
  if (!/^[+-]?\d[\d.,]*$/.test(text)) return undefined;
  const [dot, comma] = [text.lastIndexOf('.'), text.lastIndexOf(',')];
  const mark = dot > comma ? '.' : ',';
  const other = mark === '.' ? ',' : '.';
  const parts = text.split(mark);
  const both = text.includes('.') && text.includes(',');
  const grouped = parts.length > 2 || (!both && parts.length === 2 && parts[1]!.length === 3 && !/^[+-]?0$/.test(parts[0]!));
  if (grouped && (parts.slice(1).some((part) => part.length !== 3) || both)) return undefined;
  const plain = grouped ? parts.join('') : text.replaceAll(other, '').replace(mark, '.');
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}

/** ISO dates, and days as the country writes them: month first in the US, day first elsewhere. Answers ISO 8601 in UTC. */
export function readDate(cell: string, country: string): string | undefined {
  const iso = /^(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*(?:Z|UTC|[+]00:?00)?)?$/i.exec(cell);
  if (iso) return moment(iso[1]!, iso[2]!, iso[3]!, iso[4], iso[5], iso[6]);
  const day = /^(\d\d?)[./-](\d\d?)[./-](\d{4})(?:[ ,]+(\d\d?):(\d\d)(?::(\d\d))?\s*(am|pm)?)?$/i.exec(cell);
  if (!day) return undefined;
  const [, a, b, year, hour, minute, second, half] = day;
  const monthFirst = Number(b) > 12 || (country === 'US' && !cell.includes('.') && Number(a) <= 12);
  const [month, date] = monthFirst ? [a, b] : [b, a];
  const hours = half ? (Number(hour) % 12) + (/pm/i.test(half) ? 12 : 0) : hour;
  return moment(year!, month!, date!, hours === undefined ? undefined : String(hours), minute, second);
}

function moment(year: string, month: string, day: string, hour = '0', minute = '0', second = '0'): string | undefined {
  const date = new Date(Date.UTC(+year, +month - 1, +day, +hour, +minute, +second));
  const same =
    date.getUTCFullYear() === +year && date.getUTCMonth() === +month - 1 && date.getUTCDate() === +day && date.getUTCHours() === +hour;
  return same ? date.toISOString() : undefined;
}

const yes = new Set(['yes', 'true', '1', 'y', 'si', 'sí', 'verdadero', 'نعم']);
const no = new Set(['no', 'false', '0', 'n', 'falso', 'لا']);
export const readBoolean = (cell: string): boolean | undefined =>
  yes.has(cell.toLowerCase()) ? true : no.has(cell.toLowerCase()) ? false : undefined;

// prettier-ignore
const statusWords: Record<ClientStatus, string[]> = {
  lead: ['lead', 'new', 'prospect', 'subscriber', 'potential', 'nuevo', 'prospecto', 'cliente potencial', 'جديد', 'عميل محتمل'],
  active: ['active', 'open', 'in progress', 'contacted', 'qualified', 'marketingqualifiedlead', 'marketing qualified lead', 'salesqualifiedlead', 'sales qualified lead', 'opportunity', 'open deal', 'connected', 'attempted to contact', 'activo', 'abierto', 'oportunidad', 'نشط'],
  won: ['won', 'customer', 'client', 'evangelist', 'closed won', 'ganado', 'cliente', 'عميل'],
  lost: ['lost', 'unqualified', 'closed lost', 'bad timing', 'perdido', 'مفقود'],
  archived: ['archived', 'inactive', 'other', 'archivado', 'inactivo', 'مؤرشف'],
};
const statuses = new Map(
  Object.entries(statusWords).flatMap(([status, words]) => words.map((word) => [word, status as ClientStatus] as const)),
);
export const readStatus = (cell: string): ClientStatus | undefined => statuses.get(cell.toLowerCase().replace(/[_-]+/g, ' ').trim());
