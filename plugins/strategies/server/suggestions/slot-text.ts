/** A moment as it is written to a client: in their zone, which it names, and their language. */
export function slotText(start: string, zone: string, locale: string): string {
  const form = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit', timeZone: zone, timeZoneName: 'short' } as const;
  return new Intl.DateTimeFormat(known(locale), form).format(new Date(start)).replace(/\u202f/g, ' ');
}

/** The language of a browser, if this runtime can write it; English otherwise. */
function known(locale: string): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/** Some of many: at most two a day, from as many days as there are, in order. */
export function spread<T extends { start: string }>(slots: readonly T[], zone: string, most: number): T[] {
  const dayOf = new Intl.DateTimeFormat('en', { timeZone: zone, dateStyle: 'short' });
  const days = new Map<string, T[]>();
  for (const slot of slots) {
    const key = dayOf.format(new Date(slot.start));
    days.set(key, [...(days.get(key) ?? []), slot]);
  }
  // The first of a day, and the one in its middle: not two that lie side by side.
  const some = [...days.values()].map((day) => (day.length < 3 ? day : [day[0]!, day[Math.floor(day.length / 2)]!]));
  return some.flat().slice(0, most);
}
