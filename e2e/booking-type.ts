import type { Page } from '@playwright/test';
import { ask } from './ask.ts';

/** An event type of whoever is signed in on `staff`: half an hour, every day from nine to five in London, with a question that must be answered. */
export async function makeEventType(staff: Page, slug: string, title: string): Promise<void> {
  const { id: userId } = await ask<{ id: number }>(staff, 'GET', '/auth/profile');
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '09:00', to: '17:00' }));
  const schedule = await ask<{ id: number }>(staff, 'POST', '/bookings/schedules', { userId, name: 'Every day', zone: 'Europe/London', weekly, observesHolidays: false });
  const questions = [
    { key: 'roof', label: 'What kind of roof is it?', type: 'select', required: true, options: ['Tiles', 'Slate'] },
    { key: 'leaks', label: 'Does it leak?', type: 'boolean' },
  ];
  const hosts = [{ userId, scheduleId: schedule.id }];
  await ask(staff, 'POST', '/bookings/event-types', { title, slug, lengths: [30], locationKind: 'address', locationValue: '5 Hill Street', assignment: 'single', hosts, questions, minimumNotice: 60, active: true, listed: true });
}
