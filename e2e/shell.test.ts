import type { Browser, Locator, Page } from '@playwright/test';
import { told } from './ask.ts';
import { open, openBrowser, signIn, summit, visit } from './browser.ts';
import { scriptLimit, scriptWeight } from './page-weight.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await signIn(await visit(browser, summit), summit);
}, 120_000);
afterAll(() => browser?.close());

/** Waits until the shell hears its shortcuts: they are fetched once the page stands. */
const awake = async (on: Page) => {
  await on.waitForFunction(() => document.querySelector('[aria-live=polite].sr-only') !== null);
  await on.locator('#content').focus();
};
const widgetNames = (on: Page) => on.locator('main section > header h2').allInnerTexts();

test('the command palette finds a client by name and opens it, by keyboard alone', async () => {
  const { body } = await told<{ items: { id: number; name: string }[] }>(page, 'GET', '/clients?limit=1');
  const client = body.items[0]!;
  await open(page, '/');
  await awake(page);
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Search and commands' });
  await palette.waitFor();
  await page.keyboard.type(client.name);
  await palette.getByRole('option', { name: client.name }).first().waitFor();
  for (let step = 0; step < 8; step++) {
    const chosen = await palette.locator('[role=option][aria-selected=true]').innerText();
    if (chosen.includes(client.name)) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/clients\/\d+$/);
  await page.getByRole('heading', { level: 1, name: client.name }).waitFor();

  // It is offered again, without typing.
  await page.keyboard.press('Control+k');
  await palette.getByRole('option', { name: client.name }).waitFor();
  await page.keyboard.press('Escape');
  await palette.waitFor({ state: 'detached' });
}, 120_000);

test('? lists what works on the page, and the keys it lists work', async () => {
  await page.goto('/clients');
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await awake(page);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await sheet.waitFor();
  const text = await sheet.innerText();
  for (const label of ['Clients', 'Dashboard', 'Search and commands', 'Search on this page']) expect(text).toContain(label);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });

  await page.locator('#content').focus();
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement?.matches('input[type=search], [role=searchbox]') === true);
  await page.keyboard.type('g d');
  expect(new URL(page.url()).pathname).toBe('/clients');
  expect(await page.getByRole('dialog').count()).toBe(0);
  // The search writes itself into the address; it must not meet the navigation that follows at once.
  await page.locator('#content').focus();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.waitForURL((url) => url.pathname === '/');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await page.waitForURL(/\/clients/);
}, 120_000);

test('a dashboard arranged by keyboard is still so after loading again, and can go back to the default', async () => {
  await open(page, '/');
  const before = await widgetNames(page);
  expect(before.length).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Arrange', exact: true }).press('Enter');
  await page.getByRole('button', { name: `Arrange ${before[0]}` }).press('Enter');
  await page.getByRole('menuitem', { name: 'Move later' }).press('Enter');
  await page.waitForFunction((first) => document.querySelector('main section > header h2')?.textContent !== first, before[0]!);
  const after = await widgetNames(page);
  expect(after.slice(0, 2)).toEqual([before[1], before[0]]);
  await page.getByRole('button', { name: 'Done' }).press('Enter');
  await page.waitForLoadState('networkidle');

  await open(page, '/');
  expect(await widgetNames(page)).toEqual(after);
  await page.getByRole('button', { name: 'Arrange', exact: true }).press('Enter');
  await page.getByRole('button', { name: 'Reset to the default' }).press('Enter');
  await page.waitForFunction((first) => document.querySelector('main section > header h2')?.textContent === first, before[0]!);
}, 120_000);

test('a notification arrives in another window while it is looked at', async () => {
  const other = await signIn(await visit(browser, summit), summit, 'manager');
  // What other stories told this user is read first.
  await told(other, 'POST', '/notifications/read', {});
  await open(other, '/');
  await awake(other);
  const { body: me } = await told<{ user: { id: number; name: string } }>(other, 'GET', '/me');
  const { body: found } = await told<{ items: { id: number; name: string }[] }>(page, 'GET', '/clients?limit=1');
  const client = found.items[0]!;
  const made = await told(page, 'POST', `/clients/${client.id}/notes`, { body: `Please look at this, @[${me.user.name}](user:${me.user.id})` });
  expect(made.status).toBe(201);

  await other.getByRole('button', { name: /Notifications: \d+ unread/ }).first().waitFor();
  await other.waitForFunction(() => /^\(\d+\) /.test(document.title));
  await other.waitForFunction((name) => [...document.querySelectorAll('[aria-live=polite]')].some((region) => region.textContent?.includes(name)), client.name);

  await other.getByRole('button', { name: /Notifications: \d+ unread/ }).first().press('Enter');
  await other.getByRole('dialog').getByRole('link', { name: new RegExp(client.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')) }).first().press('Enter');
  await other.waitForURL(new RegExp(`/clients/${client.id}$`));
  await other.waitForFunction(() => !/^\(\d+\) /.test(document.title));
  await other.context().close();
}, 120_000);

test('without a network the page says so, and that nothing is kept for later', async () => {
  await open(page, '/');
  await awake(page);
  await page.context().setOffline(true);
  await page.getByRole('status').filter({ hasText: 'You are offline' }).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('status').filter({ hasText: 'You are offline' }).waitFor({ state: 'detached' });
}, 120_000);

test('a page is fetched ahead once somebody points at a link to it, and not because the link is in sight', async () => {
  const fetched: string[] = [];
  const note = (request: { url: () => string }) => request.url().includes('_rsc=') && fetched.push(request.url());
  const pointingAt = async (link: Locator, path: RegExp) => {
    const asked = page.waitForRequest((request) => path.test(request.url()) && request.url().includes('_rsc='));
    await link.hover();
    await asked;
  };
  page.on('request', note);
  for (const path of ['/', '/clients']) {
    await open(page, path);
    await page.waitForLoadState('networkidle');
  }
  expect(fetched).toEqual([]);
  page.off('request', note);
  await pointingAt(page.getByRole('row').nth(1).getByRole('link').first(), /\/clients\/\d+\?/);
  await pointingAt(page.getByRole('complementary').getByRole('link', { name: 'Bookings' }), /\/bookings\?/);
});

test('a folded sidebar is there folded at the first painting', async () => {
  await open(page, '/');
  await awake(page);
  await page.keyboard.press('[');
  await page.getByRole('button', { name: 'Expand sidebar' }).waitFor();
  await page.waitForLoadState('networkidle');
  const html = await page.evaluate(async () => (await fetch('/')).text());
  expect(html).toContain('Expand sidebar');
  await page.reload();
  await page.getByRole('button', { name: 'Expand sidebar' }).click();
  await page.getByRole('button', { name: 'Collapse sidebar' }).waitFor();
}, 120_000);

test.each([
  ['sign-in', '/sign-in'],
  ['dashboard', '/'],
])('the script of %s stays below its limit', async (name, path) => {
  const visitor = name === 'sign-in' ? await visit(browser, summit) : page;
  const { bytes } = await scriptWeight(visitor, path);
  process.stdout.write(`${name}: ${(bytes / 1000).toFixed(1)} kB of script, at most ${scriptLimit / 1000}\n`);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(scriptLimit);
}, 60_000);
