/** Times of day as text, `21:30`. */
export function formatTime(time: string, locale: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(2000, 0, 1, hour, minute));
}

const evening = /p\.?\s?m|م/iu;
const morning = /a\.?\s?m|ص/iu;

/**
 * The time somebody typed: `9:30`, `0930`, `9.30 pm`, `21`.
 * @returns null for an empty text, undefined for what is no time
 */
export function parseTime(text: string): string | null | undefined {
  const western = [...text.trim()].map((sign) => ('٠١٢٣٤٥٦٧٨٩'.includes(sign) ? '٠١٢٣٤٥٦٧٨٩'.indexOf(sign) : sign)).join('');
  if (western === '') return null;
  const match = /^(\d{1,2})(?:\s*[:.hH٫]\s*(\d{2})|(\d{2}))?\s*(\D*)$/u.exec(western);
  if (!match) return undefined;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? match[3] ?? 0);
  const half = match[4] ?? '';
  if (evening.test(half)) hour = hour === 12 ? 12 : hour + 12;
  else if (morning.test(half)) hour = hour === 12 ? 0 : hour;
  else if (half.trim() && !/^h\.?$/i.test(half.trim())) return undefined;
  return hour > 23 || minute > 59 ? undefined : `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** Every `minutes` of a day. */
export const timesOfDay = (minutes: number): string[] =>
  Array.from({ length: Math.ceil(1440 / minutes) }, (_, index) => `${String(Math.floor((index * minutes) / 60)).padStart(2, '0')}:${String((index * minutes) % 60).padStart(2, '0')}`);
