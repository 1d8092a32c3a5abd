/** How far a zone is from Greenwich now: `GMT+1`. */
export function zoneOffset(zone: string, locale: string, at: Date = new Date()): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** `America/Argentina/Buenos_Aires` → `Buenos Aires`. */
export const zoneCity = (zone: string): string => zone.split('/').at(-1)!.replaceAll('_', ' ');
