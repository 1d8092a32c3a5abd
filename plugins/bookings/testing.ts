import { bootKernel, pluginWithRequired, type BootOptions, type Caller, type Kernel } from '@loctelli/core/testing';
import type { EventType } from './contract.ts';

const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** A kernel with bookings, for the tests of this plugin. */
export const bootBookings = (options: Omit<BootOptions, 'plugins'> = {}): Promise<Kernel> => bootKernel({ ...options, plugins: pluginWithRequired('bookings') });

/** Gives a user open hours, every day from 9 to 17 in UTC unless told. */
export async function openHours(caller: Caller, userId: number, more: object = {}): Promise<{ id: number; version: number }> {
  const { status, body } = await caller.post('/bookings/schedules', { userId, name: 'Working hours', zone: 'UTC', weekly: everyDay.map((day) => ({ day, from: '09:00', to: '17:00' })), ...more });
  expect([status, body]).toEqual([201, expect.objectContaining({ userId })]);
  return body;
}

/** Makes an event type of an hour without notice, held by these users. */
export async function eventType(caller: Caller, userIds: readonly number[], more: object = {}): Promise<EventType> {
  const { status, body } = await caller.post('/bookings/event-types', {
    title: 'Inspection',
    lengths: [60],
    minimumNotice: 0,
    locationKind: 'address',
    locationValue: '1 Main Street',
    assignment: userIds.length > 1 ? 'round-robin' : 'single',
    hosts: userIds.map((userId) => ({ userId })),
    ...more,
  });
  expect([status, body]).toEqual([201, expect.objectContaining({ version: 1 })]);
  return body;
}

/** An instant some days ahead, at an hour in UTC. */
export const ahead = (days: number, hour: number, minute = 0): string => {
  const at = new Date(Date.now() + days * 86_400_000);
  at.setUTCHours(hour, minute, 0, 0);
  return at.toISOString();
};

/** What a visitor sends, but for the start. */
const guest = (more: object = {}) => ({ name: 'Ana Ruiz', email: 'ana@guest.example', zone: 'Europe/Madrid', locale: 'en', ...more });

/** Books as a visitor does. */
export const book = (visitor: Caller, slug: string, start: string, more: object = {}, headers = {}) => visitor.post(`/bookings/public/event-types/${slug}/book`, { ...guest(more), start }, headers);
