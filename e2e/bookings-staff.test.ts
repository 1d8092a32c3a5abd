import type { Browser, Page } from '@playwright/test';
import { ask } from './ask.ts';
import { bright, open, openBrowser, settled, signIn, summit, visit } from './browser.ts';

let browser: Browser;
let page: Page;
let elsewhere: Page;
/** What the tests book: with its host's hours set to every day from nine to five. */
let typeId: number;
const titleOf = 'Gutter check';
/** A Wednesday some weeks ahead, far from anything the demo holds. */
const day = wednesdayAhead(5);

beforeAll(async () => {
  browser = await openBrowser();
  [page, elsewhere] = [await signIn(await visit(browser, summit), summit), await signIn(await visit(browser, bright), bright)];
  const me = await ask<{ user: { id: number } }>(page, 'GET', '/me');
  const { items } = await ask<{ items: { id: number; version: number; isDefault: boolean }[] }>(page, 'GET', '/bookings/schedules');
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ day: weekday, from: '09:00', to: '17:00' }));
  const hours = { name: 'Working hours', zone: 'America/Denver', weekly, overrides: [], travels: [], observesHolidays: true };
  const known = items.find(({ isDefault }) => isDefault);
  if (known) await ask(page, 'PATCH', `/bookings/schedules/${known.id}`, { version: known.version, ...hours });
  else await ask(page, 'POST', '/bookings/schedules', hours);
  ({ id: typeId } = await ask<{ id: number }>(page, 'POST', '/bookings/event-types', { title: titleOf, lengths: [60], locationKind: 'phone', horizonDays: 90, hosts: [{ userId: me.user.id }] }));
}, 180_000);
afterAll(() => browser?.close());

function wednesdayAhead(weeks: number): string {
  const date = new Date(Date.now() + weeks * 7 * 86_400_000);
  date.setUTCDate(date.getUTCDate() + 3 - date.getUTCDay());
  return date.toISOString().slice(0, 10);
}

/** A booking at an hour of the day, in Denver, where the business is. */
const book = (name: string, hour: string) =>
  ask<{ id: number }>(page, 'POST', '/bookings', { eventTypeId: typeId, start: `${day}T${hour}:00${offset()}`, guest: { name, phone: '+13035550147' }, notify: false });
/** Denver's, on the day of the tests. */
function offset(): string {
  const name = new Intl.DateTimeFormat('en', { timeZone: 'America/Denver', timeZoneName: 'longOffset' }).formatToParts(new Date(`${day}T12:00:00Z`)).find(({ type }) => type === 'timeZoneName')!.value;
  return name.slice(3);
}
const inWeek = (name: string) => page.locator('[data-booking]').filter({ hasText: name });
const openWeek = async () => {
  await open(page, `/bookings?form=week&day=${day}`);
  await page.getByRole('grid').or(page.locator('.booking-calendar')).first().waitFor();
};

test('somebody new is booked by dialog into a free time, and only here', async () => {
  await openWeek();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New booking' });
  await dialog.waitFor();
  await dialog.getByRole('combobox', { name: 'Event type' }).click();
  await page.getByRole('option', { name: titleOf }).click();
  await dialog.getByRole('button', { name: 'Someone new' }).click();
  await dialog.getByRole('button', { name: 'Book', exact: true }).click();
  await dialog.getByText('Say who comes.').waitFor();
  await dialog.getByText('Choose a time.').waitFor();
  await dialog.getByLabel('Name').fill('Gale Winters');
  await dialog.getByLabel('Phone').fill('+13035550123');
  await dialog.getByRole('button', { name: /^\d{1,2}:\d{2}/ }).first().click();
  await dialog.getByRole('button', { name: /^Book .*(MST|MDT|GMT)/ }).click();
  await page.getByText(/Gale Winters is booked/).waitFor();
  const drawer = page.getByRole('dialog', { name: 'Gale Winters' });
  await drawer.getByText('Confirmed').waitFor();
  await drawer.getByText('By staff').waitFor();

  await open(elsewhere, '/bookings?form=list&when=all');
  await elsewhere.getByRole('searchbox', { name: 'Search guests' }).fill('Gale Winters');
  await elsewhere.getByText('Gale Winters').waitFor({ state: 'detached' });
  await elsewhere.getByRole('button', { name: 'Clear filters' }).first().waitFor();
}, 120_000);

test('a booking is dragged to another hour, and the toast takes it back', async () => {
  const { id } = await book('Mo Draga', '09:00');
  await openWeek();
  await inWeek('Mo Draga').first().scrollIntoViewIfNeeded();
  const box = (await inWeek('Mo Draga').first().boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 30, { steps: 4 });
  // As high as the booking is long: an hour later.
  await page.mouse.move(box.x + box.width / 2, box.y + 12 + box.height, { steps: 8 });
  await page.mouse.up();
  await page.getByText(/Mo Draga moved to .*10:00/).waitFor();
  expect(await startOf(id)).toMatch(/^10:00/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText(/Mo Draga is back at .*9:00/).waitFor();
  expect(await startOf(id)).toMatch(/^09:00/);
}, 120_000);

test('the keyboard carries a booking as the mouse does', async () => {
  const { id } = await book('Kay Board', '11:00');
  await openWeek();
  await inWeek('Kay Board').first().focus();
  await page.keyboard.press('m');
  await page.getByText(/Enter to put it down/).waitFor();
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  await page.getByText(/Enter to put it down/).waitFor({ state: 'detached' });
  expect(await startOf(id)).toMatch(/^11:00/);
  await inWeek('Kay Board').first().focus();
  await page.keyboard.press('m');
  for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await page.getByText(/Kay Board moved to .*11:30/).waitFor();
  expect(await startOf(id)).toMatch(/^11:30/);
}, 120_000);

test('a time against the rules asks with its reasons before it is taken', async () => {
  const { id } = await book('Una Rule', '16:00');
  await openWeek();
  await inWeek('Una Rule').first().focus();
  await page.keyboard.press('m');
  for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /is not offered/ });
  await dialog.getByText(/works from .*9:00.* to .*5:00|works from .*09:00.* to .*17:00/).waitFor();
  expect(await startOf(id)).toMatch(/^16:00/);
  await dialog.getByRole('button', { name: 'Move anyway' }).click();
  await page.getByText(/Una Rule moved to/).waitFor();
  expect(await startOf(id)).toMatch(/^16:30/);
}, 120_000);

test('a booking is cancelled with a reason, and restored from the toast', async () => {
  const { id } = await book('Cal Off', '13:00');
  await page.goto(`/bookings?booking=${id}`);
  const drawer = page.getByRole('dialog', { name: 'Cal Off' });
  await drawer.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Cancel booking' }).click();
  const question = page.getByRole('dialog', { name: 'Cancel the booking of Cal Off?' });
  await question.getByLabel('Reason').fill('The van broke down');
  await question.getByRole('button', { name: 'Cancel booking' }).click();
  await drawer.waitFor({ state: 'detached' });
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.waitFor();
  expect(await ask(page, 'GET', `/bookings/${id}`)).toMatchObject({ status: 'cancelled', cancelReason: 'The van broke down', cancelledBy: 'host' });
  await undo.click();
  await page.getByText('On again: Cal Off').waitFor();
  await page.goto(`/bookings?booking=${id}`);
  await drawer.getByText('Confirmed', { exact: true }).waitFor();
  await drawer.getByText(/^Cancelled: Gutter check/).waitFor();
}, 120_000);

test('notes that a colleague overtook are not lost', async () => {
  const { id } = await book('Nora Notes', '14:30');
  await page.goto(`/bookings?booking=${id}`);
  const drawer = page.getByRole('dialog', { name: 'Nora Notes' });
  const notes = drawer.getByRole('textbox', { name: 'Internal notes' });
  await notes.fill('Mine: bring the long ladder');
  const { version } = await ask<{ version: number }>(page, 'GET', `/bookings/${id}`);
  await ask(page, 'PATCH', `/bookings/${id}`, { version, notes: 'Theirs: gate code 4711' });
  await drawer.getByText('Theirs: gate code 4711').waitFor();
  expect(await notes.inputValue()).toBe('Mine: bring the long ladder');
  await drawer.getByRole('button', { name: 'Save mine' }).click();
  await page.getByText('Notes saved').waitFor();
  expect((await ask<{ notes: string }>(page, 'GET', `/bookings/${id}`)).notes).toBe('Mine: bring the long ladder');
}, 120_000);

test('an event type is made, its page opens, and switching it off closes it', async () => {
  await open(page, '/bookings/event-types');
  await page.getByRole('link', { name: 'New event type' }).click();
  await page.getByRole('heading', { name: 'New event type' }).waitFor();
  await page.getByRole('button', { name: 'Create event type' }).click();
  await page.getByRole('alert').first().waitFor();
  await page.getByLabel('Title', { exact: true }).fill('Skylight survey');
  await page.getByRole('button', { name: '45 min' }).click();
  await page.getByRole('button', { name: 'Create event type' }).click();
  await page.getByText('Skylight survey can be booked').first().waitFor();
  const row = page.getByRole('listitem').filter({ hasText: 'Skylight survey' });
  const href = await row.getByRole('link', { name: 'Open the page of Skylight survey' }).getAttribute('href');
  expect(href).toMatch(/\/book\/skylight-survey$/);
  const guest = await visit(browser, summit);
  await guest.goto('/book/skylight-survey');
  await guest.getByRole('heading', { name: 'Skylight survey' }).waitFor();
  await guest.context().close();

  await row.getByRole('switch').click();
  await page.getByText('Skylight survey is switched off').waitFor();
  await open(elsewhere, '/bookings/event-types');
  expect(await elsewhere.getByText('Skylight survey').count()).toBe(0);
}, 120_000);

test('the preview follows the hours before they are saved, and free times follow after', async () => {
  await open(page, '/bookings/availability');
  const preview = page.getByRole('list', { name: 'What it comes to' });
  await preview.waitFor();
  const monday = preview.getByRole('listitem').filter({ hasText: 'Mon' }).last();
  await monday.getByText(/9:00.*5:00|09:00.*17:00/).waitFor();
  const start = page.getByRole('combobox', { name: 'Monday, from' });
  await start.fill('10:30');
  await start.press('Enter');
  await monday.getByText(/10:30/).waitFor();
  await page.getByText('Not saved yet').waitFor();
  await page.getByRole('button', { name: 'Save hours' }).click();
  await page.getByText('Hours saved').waitFor();
  await page.reload();
  await settled(page);
  await monday.getByText(/10:30/).waitFor();
}, 120_000);

test('the panel says why a time is not offered', async () => {
  await page.goto('/bookings?why=1');
  const dialog = page.getByRole('dialog', { name: 'Why is a time not offered?' });
  await dialog.getByRole('combobox', { name: 'Event type' }).click();
  await page.getByRole('option', { name: titleOf }).click();
  const [date, time] = [dialog.getByRole('textbox', { name: 'Date' }), dialog.getByRole('combobox', { name: 'Time' })];
  await date.fill(day);
  await date.press('Enter');
  await time.fill('20:00');
  await time.press('Enter');
  await dialog.getByText('This time is not offered').waitFor();
  await dialog.getByText(/works from .* to /).waitFor();
}, 120_000);

/** The hour a booking begins at, on the clocks of Denver. */
async function startOf(id: number): Promise<string> {
  const { start } = await ask<{ start: string }>(page, 'GET', `/bookings/${id}`);
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'America/Denver', hour: '2-digit', minute: '2-digit' }).format(new Date(start));
}
