const known = new Map<string, { decimal: string; group: RegExp; digits: Map<string, string> }>();

function marksOf(locale: string) {
  let marks = known.get(locale);
  if (!marks) {
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, useGrouping: true });
    const parts = format.formatToParts(1234567.8);
    const groups = new Set(parts.filter(({ type }) => type === 'group').map(({ value }) => value));
    const digits = new Map(Array.from({ length: 10 }, (_, digit) => [new Intl.NumberFormat(locale, { useGrouping: false }).format(digit), String(digit)]));
    const escaped = [...groups].map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
    marks = { decimal: parts.find(({ type }) => type === 'decimal')?.value ?? '.', group: new RegExp(`${escaped ? `${escaped}|` : ''}[\\s'’_\\u200e\\u200f\\u061c]`, 'g'), digits };
    known.set(locale, marks);
  }
  return marks;
}

/**
 * The number somebody typed or pasted in their language's form: `1.234,5` in Spanish, `١٢٣٤٫٥` in Arabic. Western digits and signs
 * around it, such as a currency, are understood everywhere.
 * @returns null for an empty text, undefined for what is no number
 */
export function parseNumber(text: string, locale: string): number | null | undefined {
  const marks = marksOf(locale);
  const western = [...text.trim()].map((sign) => marks.digits.get(sign) ?? arabicDigit(sign) ?? sign).join('');
  if (western === '') return null;
  const bare = western.replace(/^[^\d.,٫+\-−]+|[^\d.,٫]+$/g, '').replace(marks.group, '');
  const plain = bare.replace(/−/g, '-').replace(marks.decimal, '.').replace('٫', '.');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

function arabicDigit(sign: string): string | undefined {
  const at = '٠١٢٣٤٥٦٧٨٩'.indexOf(sign);
  return at < 0 ? undefined : String(at);
}
