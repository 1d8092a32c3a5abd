/** Calendar days as text, `2026-11-23`: a day has no zone and no hour, so nothing here goes through a moment in time by accident. */
const form = /^(\d{4})-(\d{2})-(\d{2})$/;

export const isDay = (text: unknown): text is string => typeof text === 'string' && form.test(text) && dayOf(toDate(text)!) === text;

/** Noon of the day on this computer's clock, as calendars want it. */
export function toDate(day: string | null | undefined): Date | undefined {
  const parts = day ? form.exec(day) : null;
  return parts ? new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12) : undefined;
}

/** The day a computer's clock shows at a moment. */
export const dayOf = (date: Date): string => `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;

const two = (value: number) => String(value).padStart(2, '0');

/** Today in a zone. */
export const todayIn = (zone: string, now: Date = new Date()): string => wallClock(now, zone).day;

export function addDays(day: string, count: number): string {
  const date = toDate(day)!;
  date.setDate(date.getDate() + count);
  return dayOf(date);
}

export function addMonths(day: string, count: number): string {
  const date = toDate(day)!;
  const wanted = date.getDate();
  date.setDate(1);
  date.setMonth(date.getMonth() + count);
  date.setDate(Math.min(wanted, new Date(date.getFullYear(), date.getMonth() + 1, 0).getDate()));
  return dayOf(date);
}

const numeric = { year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'gregory' } as const;

/** In figures, in the locale's order: 23/11/2026. */
export const formatDay = (day: string, locale: string): string => new Intl.DateTimeFormat(locale, numeric).format(toDate(day));

/** In words: 23 November 2026. */
export const spellDay = (day: string, locale: string): string => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', calendar: 'gregory' }).format(toDate(day));

/**
 * The day somebody typed: in the locale's order with any marks between, with the year left out or cut to two figures, or as
 * 2026-11-23 anywhere.
 * @returns null for an empty text, undefined for what is no day
 */
export function parseDay(text: string, locale: string, today: string): string | null | undefined {
  const western = [...text.trim()].map((sign) => ('٠١٢٣٤٥٦٧٨٩'.includes(sign) ? '٠١٢٣٤٥٦٧٨٩'.indexOf(sign) : sign)).join('');
  if (western === '') return null;
  const figures = western.match(/\d+/g) ?? [];
  if (figures.length < 2 || figures.length > 3 || /\p{L}/u.test(western)) return undefined;
  const order = new Intl.DateTimeFormat(locale, numeric).formatToParts(new Date(2000, 0, 2)).flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []));
  const names = figures[0]!.length === 4 ? ['year', 'month', 'day'] : figures.length === 2 ? order.filter((name) => name !== 'year') : order;
  const value = (name: string) => figures[names.indexOf(name)];
  const year = names.includes('year') && value('year') ? fullYear(value('year')!) : Number(today.slice(0, 4));
  const day = `${String(year).padStart(4, '0')}-${two(Number(value('month')))}-${two(Number(value('day')))}`;
  return isDay(day) ? day : undefined;
}

const fullYear = (text: string) => (text.length <= 2 ? 2000 + Number(text) - (Number(text) > 79 ? 100 : 0) : Number(text));

const weekStarts: Record<string, number> = { en: 0, ar: 6 };

/** First day of the week, 0 is Sunday. */
export function firstWeekday(locale: string): 0 | 1 | 2 | 3 | 4 | 5 | 6 {
  const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
  const first = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay;
  return (first === undefined ? (weekStarts[known.language] ?? 1) : first % 7) as 0;
}

/** What the clocks of a zone show at a moment. */
export function wallClock(when: Date, zone: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(when);
  const part = (type: string) => parts.find((each) => each.type === type)!.value;
  return { day: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** The moment at which the clocks of a zone show this; where they skip it in spring, the moment an hour later on the clock. */
export function momentOf(day: string, time: string, zone: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const shift = (at: number) => {
    const shown = wallClock(new Date(at), zone);
    return Date.parse(`${shown.day}T${shown.time}:00Z`) - at;
  };
  const first = wanted - shift(wanted);
  const second = wanted - shift(first);
  return new Date(shift(second) === shift(first) ? second : Math.max(first, second));
}
