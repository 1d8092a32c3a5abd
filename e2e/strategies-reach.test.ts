import type { Browser, Page } from '@playwright/test';
import { open, openBrowser, originOf, signIn, summit, visit, type DemoTenant } from './browser.ts';
import { staffOf, type Staff } from './chat-site.ts';
import { freshTenant } from './fresh-tenant.ts';
import { mailTo } from './mailbox.ts';

let browser: Browser;
let tenant: DemoTenant;
let staff: Staff;
let page: Page;
let guests: { name: string; email: string; source: string }[];

beforeAll(async () => {
  [browser, tenant] = await Promise.all([openBrowser(), freshTenant('Lakeside Boats')]);
  guests = ['ada', 'bea', 'cleo'].map((name) => ({ name: `${name} fairbank`, email: `${name}@${tenant.slug}.example`, source: 'Boat fair' }));
  staff = await staffOf(browser, tenant);
  page = await signIn(await visit(browser, tenant), tenant);
}, 180_000);
afterAll(() => browser?.close());

/** Everybody of a saved view gets the first mail, and no one else. */
async function enrolView(): Promise<void> {
  for (const guest of guests) await staff.call('POST', '/clients', guest);
  await staff.call('POST', '/clients', { name: 'Dora Elsewhere', email: 'dora@elsewhere.example', source: 'Letter' });
  const where = JSON.stringify([{ field: 'source', operator: 'is', value: 'Boat fair' }]);
  await staff.call('POST', '/views', { list: 'clients', name: 'From the fair', query: { where }, visibility: 'tenant' });
  const steps = [
    { id: 'thanks', kind: 'email', variants: [{ id: 'a', subject: 'Thank you', body: 'Thank you for your visit at the fair, {{ client.name }}.' }] },
    { id: 'pause', kind: 'wait', amount: 5, unit: 'days' },
    { id: 'again', kind: 'email', variants: [{ id: 'a', subject: 'Still there', body: 'We are still here.' }] },
  ];
  const made = await staff.call('POST', '/strategies', { name: 'After the fair', draft: { script: {}, cadence: { window: null, steps } } });
  await staff.call('POST', `/strategies/${made.id}/publish`, { version: made.version });
  await open(page, `/strategies/${made.id}/enrolments`);
  await page.getByRole('button', { name: 'Enrol clients' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Enrol clients in After the fair' });
  await dialog.getByRole('button', { name: 'A saved view' }).click();
  await dialog.getByRole('combobox', { name: 'View of the clients' }).click();
  await page.getByRole('option', { name: 'From the fair' }).click();
  await dialog.getByRole('button', { name: 'Enrol 3 clients' }).click();
  await dialog.waitFor({ state: 'detached' });
}

test('all of a saved view are enrolled; who wants no more mail says so by the link in it, and the staff see why it ended', async () => {
  await enrolView();
  const rows = page.getByRole('row').filter({ hasText: 'fairbank' });
  await page.waitForFunction(() => [...document.querySelectorAll('tbody tr')].filter((row) => row.textContent?.includes('fairbank')).length === 3);
  expect(await page.getByRole('row').filter({ hasText: 'Dora' }).count()).toBe(0);

  const [guest] = guests;
  const mail = await mailTo(guest!.email, 'Thank you for your visit at the fair');
  const link = /https?:\/\/\S+\/unsubscribe\/[\w.~-]+/.exec(mail.text!)![0];
  expect(new URL(link).origin).toBe(originOf(tenant));
  const reader = await visit(browser, tenant, { viewport: { width: 390, height: 760 } });
  // Opening it alone changes nothing: programs that look through mail open links.
  await reader.goto(new URL(link).pathname);
  await reader.getByText(/^They go to .+@/).waitFor();
  await rows.filter({ hasText: guest!.name }).filter({ hasText: 'Under way' }).waitFor();
  await reader.getByRole('button', { name: 'Stop these messages' }).click();
  await reader.getByText('You get no more messages like this from Lakeside Boats.').waitFor();
  await rows.filter({ hasText: guest!.name }).filter({ hasText: 'They want no more messages' }).waitFor();
  expect(await rows.filter({ hasText: 'Under way' }).count()).toBe(2);
  await reader.context().close();
}, 180_000);

test('a template of the agency is taken, and stands as a draft of one’s own', async () => {
  const there = await signIn(await visit(browser, summit), summit);
  await open(there, '/strategies');
  await there.getByRole('link', { name: /^Templates/ }).click();
  const card = there.getByRole('listitem').filter({ hasText: 'By Northstar Agency' }).first();
  const name = (await card.getByRole('heading').innerText()).trim();
  await card.getByRole('button', { name: `Use the template ${name}` }).click();
  await there.waitForURL(/\/strategies\/\d+$/);
  await there.getByRole('heading', { level: 1, name }).waitFor();
  await there.getByText('Draft', { exact: true }).first().waitFor();
  await there.context().close();
}, 120_000);
