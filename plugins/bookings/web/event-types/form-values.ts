import type { EventType, EventTypeCreateInput, Question } from '../../contract.ts';

export type FormHost = { userId: number; scheduleId: number | null; priority: number; weight: number };
/** An event type in its form. */
export type FormValues = Omit<EventType, 'id' | 'hosts' | 'url' | 'version' | 'createdAt' | 'updatedAt' | 'questions'> & { hosts: FormHost[]; questions: Question[] };

/** A new one: half an hour by phone with whoever makes it, four hours ahead at least. */
export const freshValues = (userId: number): FormValues => ({
  ...{ title: '', slug: '', description: null, lengths: [30], locationKind: 'phone', locationValue: null, colour: 0 },
  ...{ bufferBefore: 0, bufferAfter: 0, minimumNotice: 240, horizonKind: 'days', horizonDays: 60, rangeFrom: null, rangeTo: null },
  ...{ dailyLimit: null, hostDailyLimit: null, hostWeeklyLimit: null, slotStep: null, seats: 1 },
  ...{ assignment: 'single', keepsHost: true, hosts: [{ userId, scheduleId: null, priority: 0, weight: 1 }] },
  ...{ needsConfirmation: false, guestMayCancel: true, guestMayReschedule: true, cancelCutoff: 0, rescheduleCutoff: 0 },
  ...{ reminders: [1440], questions: [], active: true, listed: true },
});

export function valuesOf({ id, url, version, createdAt, updatedAt, hosts, ...values }: EventType): FormValues {
  void [id, url, version, createdAt, updatedAt];
  return { ...values, hosts: hosts.map(({ userId, scheduleId, priority, weight }) => ({ userId, scheduleId, priority, weight })) };
}

/** What is sent: emptied texts are null, and a slug that nobody wrote is made by the server. */
export function bodyOf(values: FormValues): EventTypeCreateInput {
  const { slug, description, locationValue, ...others } = values;
  return { ...others, ...(slug?.trim() && { slug: slug.trim() }), description: description?.trim() || null, locationValue: locationValue?.trim() || null };
}

/** Whether two differ in nothing but being switched on. */
export const sameRules = (one: FormValues, other: FormValues): boolean => JSON.stringify({ ...one, active: true }) === JSON.stringify({ ...other, active: true });

/** An address made of a title, as the server would make it. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80);

interface Schema {
  '~standard': { validate: (values: unknown) => unknown };
}
interface Result {
  issues?: { message: string; path?: (PropertyKey | { key: PropertyKey })[] }[];
}

/** The contract's rules for the form; what is wrong inside a list is said at the list. */
export const formRules = async () => {
  const { eventTypeCreate } = await import('../../contract.ts');
  const validate = (values: unknown) => {
    const result = (eventTypeCreate as unknown as Schema)['~standard'].validate(bodyOf(values as FormValues)) as Result;
    return result.issues ? { issues: result.issues.map((issue) => ({ ...issue, path: issue.path?.slice(0, 1) })) } : result;
  };
  return { '~standard': { version: 1, vendor: 'bookings', validate } };
};
