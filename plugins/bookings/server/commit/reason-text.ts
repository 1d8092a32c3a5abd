import type { Reason, ReasonCode } from '../../contract.ts';

type Say = (params: Record<string, string>) => string;
const sentences: Record<ReasonCode, Say> = {
  inactive: () => 'This event type is switched off.',
  'no-hosts': () => 'Nobody takes these bookings.',
  length: ({ minutes }) => `${minutes} is not one of the lengths offered.`,
  past: () => 'This time has passed.',
  notice: ({ minutes, at }) => `Notice is ${minutes}: the earliest start is ${at}.`,
  horizon: ({ at }) => `It can be booked up to ${at}.`,
  'too-early': ({ at }) => `It can be booked from ${at} on.`,
  'day-limit': ({ limit, date }) => `There are ${limit} bookings on ${date} already, which is the limit.`,
  'host-inactive': ({ host }) => `${host} does not work here any more.`,
  hours: ({ host, from, to, date }) => `${host} works from ${from} to ${to} on ${date}.`,
  'day-off': ({ host, date }) => `${host} does not work on ${date}.`,
  'time-off': ({ host, date }) => `${host} is off on ${date}.`,
  holiday: ({ date, name }) => `${date} is a holiday: ${name}.`,
  busy: ({ host, from, to }) => `${host} has another booking from ${from} to ${to}.`,
  'buffer-after': ({ host, at, minutes }) => `Inside ${host}’s buffer after ${at}: ${minutes} are kept free.`,
  'buffer-before': ({ host, at, minutes }) => `Inside ${host}’s buffer before ${at}: ${minutes} are kept free.`,
  'host-day-limit': ({ host, limit, date }) => `${host} has ${limit} bookings on ${date} already, which is the limit.`,
  'host-week-limit': ({ host, limit, date }) => `${host} has ${limit} bookings in the week of ${date} already, which is the limit.`,
  seats: ({ left }) => `Seats left: ${left}.`,
  grid: () => 'Starts do not fall on this time.',
};

/** A reason in English, for programs and logs; screens have it in their own words. Times name their zone. */
export function reasonText({ code, params }: Reason, zone: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: String(params.zone ?? zone), day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short' });
  const worded = Object.entries(params).map(([name, value]) => {
    if (['at', 'from', 'to'].includes(name)) return [name, clock.format(new Date(String(value)))];
    return [name, name === 'minutes' ? span(Number(value)) : String(value)];
  });
  return sentences[code](Object.fromEntries(worded) as Record<string, string>);
}

const span = (minutes: number) => (minutes % 60 === 0 && minutes > 0 ? `${minutes / 60} h` : `${minutes} min`);
