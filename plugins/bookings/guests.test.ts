import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { simpleParser, type ParsedMail } from 'mailparser';
import { eventually, type Caller, type Kernel } from '@loctelli/core/testing';
import { ahead, book, bootBookings, eventType, openHours } from './testing.ts';

let kernel: Kernel;
let admin: Caller;
let manager: Caller;
let visitor: Caller;
const idOf = (role: 'admin' | 'manager' | 'user') => kernel.a.users[role].id;

beforeAll(async () => {
  kernel = await bootBookings();
  [admin, manager, visitor] = [await kernel.as(kernel.a), await kernel.as(kernel.a, 'manager'), kernel.visitor(kernel.a)];
  await openHours(admin, idOf('admin'));
  await openHours(admin, idOf('manager'));
}, 60_000);
afterAll(() => kernel?.close());

/** What the development mailbox holds for a reader, the oldest first. */
async function mailsTo(address: string): Promise<ParsedMail[]> {
  const folder = join(kernel.config.dataDir, 'mailbox');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
  const mails = await Promise.all(names.map(async (name) => simpleParser(await readFile(join(folder, name)))));
  return mails.filter(({ to }) => !Array.isArray(to) && to?.text === address);
}
const waitFor = (address: string, count: number) =>
  eventually(async () => {
    const mails = await mailsTo(address);
    expect(mails).toHaveLength(count);
    return mails;
  }, 20_000);

/** A calendar entry as another program reads it. */
function entryIn(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  const one = (name: string) => event.component.getFirstPropertyValue(name);
  return {
    ...{ method: calendar.getFirstPropertyValue('method'), uid: event.uid, sequence: Number(one('sequence')), status: one('status'), location: event.location },
    ...{ start: event.startDate.toJSDate().toISOString(), end: event.endDate.toJSDate().toISOString(), organizer: event.organizer, attendees: event.attendees.map((each) => String(each.getFirstValue()).toLowerCase()).sort() },
  };
}
const invitation = (mail: ParsedMail) => entryIn(mail.attachments.find(({ contentType }) => contentType === 'text/calendar' || contentType === 'application/ics')!.content.toString());

test('a guest gets mail with a calendar entry, moves the booking by its link and cancels it; one entry lives through all of it', async () => {
  await eventType(admin, [idOf('admin')], { title: 'Check-up' });
  const address = 'mailed@guest.example';
  const made = (await book(visitor, 'check-up', ahead(3, 9), { email: address, locale: 'es' })).body;
  const [confirmation] = await waitFor(address, 1);
  expect(confirmation!.subject).toMatch(/^Confirmada: Check-up/);
  expect(confirmation!.text).toContain(`/book/manage/${made.token}`);
  const first = invitation(confirmation!);
  expect(first).toMatchObject({ method: 'REQUEST', sequence: 0, status: 'CONFIRMED', start: ahead(3, 9), end: ahead(3, 10), location: '1 Main Street', organizer: 'mailto:admin@a.example', attendees: ['mailto:admin@a.example', `mailto:${address}`] });
  expect((await waitFor('admin@a.example', 1))[0]!.subject).toMatch(/^Confirmed: Check-up/);

  const manage = `/bookings/public/manage/${made.token}`;
  const { days } = (await visitor.get(`${manage}/slots?from=${ahead(3, 0)}&to=${ahead(4, 0)}&zone=UTC`)).body;
  // Its own time is offered too.
  expect(days[0].slots).toHaveLength(8);
  const moved = await visitor.post(`${manage}/reschedule`, { start: ahead(3, 13) });
  expect(moved.body).toMatchObject({ token: made.token, start: ahead(3, 13), status: 'confirmed' });
  expect((await visitor.post(`${manage}/reschedule`, { start: ahead(3, 20) })).body.code).toBe('bookings.not-offered');
  const cancelled = await visitor.post(`${manage}/cancel`, { reason: 'Ill' });
  expect(cancelled.body).toMatchObject({ status: 'cancelled', cancelReason: 'Ill', cancelRefusal: { code: 'cancelled' }, rescheduleRefusal: { code: 'cancelled' } });
  const [, move, end] = await waitFor(address, 3);
  expect(invitation(move!)).toEqual({ ...first, sequence: 1, start: ahead(3, 13), end: ahead(3, 14) });
  expect(invitation(end!)).toEqual({ ...first, method: 'CANCEL', status: 'CANCELLED', sequence: 2, start: ahead(3, 13), end: ahead(3, 14) });
  expect(end!.text).toContain('Ill');
  const file = await visitor.get(`${manage}/calendar`);
  expect([file.headers.get('content-type'), entryIn(file.body).uid]).toEqual(['text/calendar; charset=utf-8', first.uid]);
  const [row] = (await admin.get('/bookings?status=cancelled')).body.items;
  expect(row).toMatchObject({ uid: first.uid, cancelledBy: 'guest' });
});

test('links are worth nothing when they were changed, and after the cut-off they only show', async () => {
  await eventType(admin, [idOf('admin')], { title: 'Cut off', cancelCutoff: 60 * 24 * 30, rescheduleCutoff: 60 * 24 * 30, horizonDays: 90 });
  await eventType(admin, [idOf('admin')], { title: 'Fixed', guestMayCancel: false });
  const { token, ...made } = (await book(visitor, 'cut-off', ahead(4, 9))).body;
  expect([made.cancelRefusal, made.rescheduleRefusal]).toEqual([{ code: 'cutoff', minutes: 43_200 }, { code: 'cutoff', minutes: 43_200 }]);
  const refused = await visitor.post(`/bookings/public/manage/${token}/cancel`, {});
  expect([refused.status, refused.body.code, refused.body.params]).toEqual([403, 'bookings.guest-refused', { reason: 'cutoff', minutes: 43_200 }]);
  expect((await visitor.post(`/bookings/public/manage/${token}/reschedule`, { start: ahead(40, 9) })).body.code).toBe('bookings.guest-refused');
  const late = (await book(visitor, 'cut-off', ahead(60, 9))).body;
  expect((await visitor.post(`/bookings/public/manage/${late.token}/cancel`, {})).status).toBe(200);
  const fixed = (await book(visitor, 'fixed', ahead(4, 13))).body;
  expect([fixed.cancelRefusal.code, fixed.rescheduleRefusal]).toEqual(['not-allowed', null]);
  // Whatever its last letter is changed to: several stand for the same bytes.
  const altered = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].filter((letter) => !token.endsWith(letter)).map((letter) => token.slice(0, -1) + letter);
  for (const wrong of [...altered, token.slice(2), 'x', `${token}AA`, made.start])
    expect((await visitor.get(`/bookings/public/manage/${encodeURIComponent(wrong)}`)).status).toBeGreaterThanOrEqual(400);
  expect((await visitor.get(`/bookings/public/manage/${token}`)).body).toMatchObject({ guestName: 'Ana Ruiz', hosts: ['admin of a'] });
});

test('reminders are sent when their time has come, once, and not for what was moved or cancelled', async () => {
  const type = await eventType(admin, [idOf('manager')], { title: 'Soon', reminders: [5], lengths: [30] });
  // A little more than five minutes ahead.
  const soon = new Date(Math.ceil((Date.now() + 5 * 60_000 + 8_000) / 60_000) * 60_000);
  const wait = soon.getTime() - 5 * 60_000 - Date.now();
  expect(wait).toBeLessThan(70_000);
  const make = async (email: string, start: string) => (await manager.post('/bookings', { eventTypeId: type.id, start, guest: { name: 'R', email }, override: true })).body;
  const kept = await make('kept@guest.example', soon.toISOString());
  const moved = await make('moved@guest.example', new Date(soon.getTime() + 3_600_000).toISOString());
  expect(kept.status).toBe('confirmed');
  expect((await manager.post(`/bookings/${moved.id}/cancel`, { version: 1 })).status).toBe(200);
  await kernel.restart();
  const mails = await eventually(async () => {
    const found = await mailsTo('kept@guest.example');
    expect(found).toHaveLength(2);
    return found;
  }, wait + 30_000);
  expect(mails[1]!.subject).toMatch(/^Reminder: Soon/);
  expect((await mailsTo('moved@guest.example')).map(({ subject }) => subject!.split(':')[0])).toEqual(['Confirmed', 'Cancelled']);
}, 120_000);

test('a private calendar address shows its user’s bookings to whoever knows it, until a new one is made', async () => {
  const admin2 = await kernel.as(kernel.a);
  const visitor2 = kernel.visitor(kernel.a);
  const path = (url: string) => new URL(url).pathname.replace('/api/v1', '');
  expect((await admin2.get('/bookings/feed')).body).toEqual({ exists: false, url: null, createdAt: null, lastReadAt: null });
  const { url } = (await admin2.post('/bookings/feed')).body;
  const answer = await visitor2.get(path(url));
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
  const events = new ICAL.Component(ICAL.parse(answer.body)).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  expect(events.map(({ summary }) => summary)).toEqual(expect.arrayContaining(['Cut off: Ana Ruiz', 'Fixed: Ana Ruiz']));
  expect(events.some(({ summary }) => summary.startsWith('Soon'))).toBe(false);
  expect(answer.body).not.toContain('/book/manage/');
  expect((await admin2.get('/bookings/feed')).body).toMatchObject({ exists: true, url: null, lastReadAt: expect.any(String) });
  const next = (await admin2.post('/bookings/feed')).body.url;
  expect([(await visitor2.get(path(url))).status, (await visitor2.get(path(next))).status, (await kernel.visitor(kernel.b).get(path(next))).status]).toEqual([404, 200, 404]);
  expect((await admin2.delete('/bookings/feed')).status).toBe(204);
  expect((await visitor2.get(path(next))).body.code).toBe('bookings.feed-not-found');
});
