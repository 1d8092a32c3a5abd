/** One choice of the time-zone list. */
export interface ZoneChoice {
  value: string;
  label: string;
}

/** Every time zone this browser knows with its offset now, west to east: people know one or the other. */
export function listZones(locale: string, now = new Date()): ZoneChoice[] {
  return Intl.supportedValuesOf('timeZone')
    .map((zone) => ({ zone, offset: offsetOf(zone, now) }))
    .sort((one, other) => minutesOf(one.offset) - minutesOf(other.offset) || one.zone.localeCompare(other.zone, locale))
    .map(({ zone, offset }) => ({ value: zone, label: `${zone.replaceAll('_', ' ')} (${offset})` }));
}

/** `GMT+05:30`; `GMT+00:00` where there is none. */
export function offsetOf(zone: string, now = new Date()): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(now);
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return offset === 'GMT' ? 'GMT+00:00' : offset;
}

function minutesOf(offset: string): number {
  const [, sign, hours, minutes] = /([+-])(\d+):(\d+)/.exec(offset) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}
