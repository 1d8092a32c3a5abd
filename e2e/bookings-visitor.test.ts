import type { Browser, Page } from '@playwright/test';
import { ask } from './ask.ts';
import { makeEventType } from './booking-type.ts';
import { bright, open, openBrowser, originOf, signIn, summit, visit } from './browser.ts';
import { serveForeignPage } from './foreign-page.ts';
import { invitationIn, mailTo, readInvitation } from './mailbox.ts';

let browser: Browser;
let staff: Page;
let dentist: Page;
const slug = 'roof-check';
const title = 'Roof check';
const guest = { name: 'Ada Quillfeather', email: 'ada@quillfeather.example' };
const phone = { viewport: { width: 390, height: 844 } };

beforeAll(async () => {
  browser = await openBrowser();
  [staff, dentist] = [await signIn(await visit(browser, summit), summit), await signIn(await visit(browser, bright), bright)];
  await makeEventType(staff, slug, title);
}, 180_000);
afterAll(() => browser?.close());

/** Goes to the month after this one, where every day is free, and takes the first time of its first free day. */
async function chooseTime(page: Pick<Page, 'getByRole' | 'locator'>, index = 0): Promise<string> {
  const heading = page.locator('[data-slot]').first();
  await page.getByRole('button', { name: 'Next month' }).click();
  await page.locator('table[aria-busy=false] [data-day$="-01"][aria-disabled=false]').waitFor();
  await heading.waitFor();
  const slot = page.locator('[data-slot]').nth(index);
  const start = (await slot.getAttribute('data-slot'))!;
  await slot.click();
  return start;
}

async function fillIn(page: Pick<Page, 'getByRole' | 'getByLabel'>, { name, email }: typeof guest) {
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('combobox', { name: 'What kind of roof is it?' }).click();
  await page.getByRole('option', { name: 'Slate' }).click();
}

const confirm = (page: Pick<Page, 'getByRole'>) => page.getByRole('button', { name: 'Confirm booking' }).click();
const booked = (page: Pick<Page, 'getByRole'>) => page.getByRole('heading', { name: 'Your booking is confirmed' }).waitFor();

test('a visitor books by phone, moves it by the link in the mail, and the staff see both as they happen', async () => {
  const list = `/bookings?form=list&search=${encodeURIComponent(guest.name)}`;
  for (const page of [staff, dentist]) await open(page, list);
  const row = staff.getByRole('row').filter({ hasText: guest.name });
  expect(await row.count()).toBe(0);

  const visitor = await visit(browser, summit, phone);
  await open(visitor, '/book');
  await visitor.getByRole('link', { name: title }).click();
  await visitor.getByRole('heading', { level: 1, name: title }).waitFor();
  const start = await chooseTime(visitor);
  await fillIn(visitor, guest);
  await confirm(visitor);
  await booked(visitor);

  const first = await mailTo(guest.email, title);
  const invitation = invitationIn(first);
  expect(invitation).toEqual({ method: 'REQUEST', uid: expect.any(String), sequence: 0, summary: expect.stringContaining(title), start, end: new Date(Date.parse(start) + 1_800_000).toISOString() });
  await row.waitFor();
  const before = await row.innerText();

  const link = /https?:\/\/\S+\/book\/manage\/[\w-]+/.exec(first.text!)![0];
  expect(new URL(link).origin).toBe(originOf(summit));
  await visitor.goto(link);
  await visitor.getByRole('button', { name: 'Reschedule' }).click();
  const moved = await chooseTime(visitor, 3);
  await visitor.getByRole('button', { name: 'Move booking' }).click();
  await visitor.getByRole('heading', { name: 'Your booking is moved' }).waitFor();
  expect(moved).not.toBe(start);
  await staff.waitForFunction(({ name, text }) => [...document.querySelectorAll<HTMLElement>('[role=row], tr')].some((one) => one.innerText.includes(name) && one.innerText !== text), { name: guest.name, text: before });

  const download = await visitor.evaluate(async () => (await fetch(document.querySelector<HTMLAnchorElement>('a[download]')!.href)).text());
  const expected = { uid: invitation.uid, sequence: 1, start: moved };
  expect(readInvitation(download)).toMatchObject(expected);
  expect(invitationIn(await mailTo(guest.email, new Intl.DateTimeFormat('en', { hour: 'numeric', minute: '2-digit', timeZone: 'Europe/London' }).format(new Date(moved))))).toMatchObject({ method: 'REQUEST', ...expected });

  await visitor.getByRole('button', { name: 'Cancel booking' }).click();
  await visitor.getByLabel('Why do you cancel?').fill('The roof is dry again');
  await visitor.getByRole('button', { name: 'Cancel booking' }).click();
  await visitor.getByRole('heading', { name: 'This booking is cancelled' }).waitFor();
  await visitor.getByText('The roof is dry again', { exact: true }).waitFor();

  expect(await dentist.getByText(guest.name).count()).toBe(0);
  expect((await ask<{ items: unknown[] }>(dentist, 'GET', `/bookings?search=${encodeURIComponent(guest.name)}`)).items).toEqual([]);
  // The link opens nothing on another tenant's host.
  const stranger = await visit(browser, bright);
  await stranger.goto(new URL(link).pathname);
  await stranger.getByText('This link leads nowhere').waitFor();
  await stranger.context().close();
  await visitor.context().close();
}, 300_000);

test('whoever comes second to a time hears of it and keeps what they typed; the first one needs no pointer', async () => {
  const [first, second] = [await visit(browser, summit), await visit(browser, summit)];
  for (const page of [first, second]) await open(page, `/book/${slug}`);
  const start = await chooseTime(second, 5);
  await fillIn(second, { name: 'Bo Late', email: 'bo@late.example' });

  await first.getByRole('button', { name: 'Next month' }).focus();
  await first.keyboard.press('Enter');
  await first.locator('table[aria-busy=false] [data-day$="-01"][aria-disabled=false]').waitFor();
  await first.keyboard.press('Tab');
  // Over the days by arrows and back to the first one.
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'Enter']) await first.keyboard.press(key);
  await first.waitForURL(/day=\d{4}-\d\d-01/);
  await first.locator(`[data-slot="${start}"]`).focus();
  await first.keyboard.press('Enter');
  await first.getByLabel('Your name').waitFor();
  for (const text of ['Cleo Early', 'cleo@early.example', '']) {
    await first.keyboard.press('Tab');
    await first.keyboard.type(text);
  }
  await first.keyboard.press('Tab');
  for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await first.keyboard.press(key);
  await first.getByRole('button', { name: 'Confirm booking' }).focus();
  await first.keyboard.press('Enter');
  await booked(first);

  await confirm(second);
  await second.getByRole('alert').filter({ hasText: 'has just been taken' }).waitFor();
  await second.locator(`[data-slot="${start}"]`).waitFor({ state: 'detached' });
  await second.locator('[data-slot]').nth(5).click();
  expect(await second.getByLabel('Your name').inputValue()).toBe('Bo Late');
  // Back leads to the times, and forward to the form again.
  await second.goBack();
  await second.locator('[data-slot]').first().waitFor();
  await second.goForward();
  await confirm(second);
  await booked(second);
  for (const page of [first, second]) await page.context().close();
}, 300_000);

test('it opens on the first month that has a free time, and says of the ones before that they have none', async () => {
  const { id: userId } = await ask<{ id: number }>(staff, 'GET', '/auth/profile');
  const visitor = await visit(browser, summit);
  const date = await visitor.evaluate(() => new Date(Date.UTC(new Date().getFullYear(), new Date().getMonth() + 1, 10)).toISOString().slice(0, 10));
  const oneMorning = `one-morning-${Date.now()}`;
  const overrides = [{ from: date, to: date, hours: [{ from: '09:00', to: '12:00' }] }];
  const schedule = await ask<{ id: number }>(staff, 'POST', '/bookings/schedules', { userId, name: 'One day', zone: 'Europe/London', weekly: [], overrides, observesHolidays: false });
  const type = { title: 'One morning', slug: oneMorning, lengths: [30], locationKind: 'phone', assignment: 'single', hosts: [{ userId, scheduleId: schedule.id }], active: true };
  await ask(staff, 'POST', '/bookings/event-types', type);
  await open(visitor, `/book/${oneMorning}`);
  await visitor.waitForURL(new RegExp(`month=${date.slice(0, 7)}`));
  await visitor.locator(`[data-day="${date}"][aria-disabled=false]`).waitFor();
  await visitor.locator('[data-slot]').first().waitFor();
  await visitor.getByRole('button', { name: 'Previous month' }).click();
  await visitor.getByText(/^No free times in/).waitFor();
  await visitor.context().close();
}, 120_000);

test('a page of somebody else shows it in a frame and hears of the booking', async () => {
  const script = `${originOf(summit)}/x/bookings/embed.js`;
  const foreign = await serveForeignPage(`<p id="above">Above</p><script src="${script}" data-event="${slug}" data-name="Fay Frame" async></script><a href="#" data-book="${slug}">Book now</a>`);
  try {
    const page = await visit(browser, summit);
    await page.goto(foreign.url);
    await page.evaluate(() => document.addEventListener('booking:booked', (event) => Object.assign(window, { heard: (event as CustomEvent).detail })));
    const frame = page.frameLocator('iframe');
    const start = await chooseTime(frame, 8);
    await fillIn(frame, { name: 'Fay Frame', email: 'fay@frame.example' });
    await confirm(frame);
    await booked(frame);
    expect(await page.evaluate(() => (window as unknown as { heard: unknown }).heard)).toMatchObject({ event: slug, start, status: 'confirmed' });
    await page.waitForFunction(() => document.querySelector('iframe')!.clientHeight < 600);
    await mailTo('fay@frame.example', title);

    await page.getByRole('link', { name: 'Book now' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.frameLocator('dialog iframe').locator('[data-slot]').first().focus();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Book now');
    // Managing a booking, and everything else of the product, stays outside of frames.
    const framing = (path: string) => staff.evaluate(async (one) => (await fetch(one)).headers.get('content-security-policy'), path);
    expect(await framing(`/embed/book/${slug}`)).toContain('frame-ancestors *');
    expect(await framing(`/book/${slug}`)).toContain("frame-ancestors 'none'");
    expect(await staff.evaluate(async () => (await fetch('/embed/book/manage/x')).status)).toBe(404);
    await page.context().close();
  } finally {
    await foreign.close();
  }
}, 200_000);
