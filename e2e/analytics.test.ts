import { readFile } from 'node:fs/promises';
import type { Browser, Download, Page } from '@playwright/test';
import { eventually } from '../core/testing/eventually.ts';
import { bright, open, openBrowser, settled, signIn, summit, visit } from './browser.ts';

let browser: Browser;
let admin: Page;
let user: Page;

beforeAll(async () => {
  browser = await openBrowser();
  admin = await signIn(await visit(browser, summit, { acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] }), summit);
  user = await signIn(await visit(browser, summit), summit, 'user');
}, 180_000);
afterAll(() => browser?.close());

const tileOf = (page: Page, title: string) => page.getByRole('group', { name: title, exact: true }).first();

/** What the first number of a tile says, as a number. */
const numberIn = async (page: Page, title: string) => Number((await tileOf(page, title).getByRole('button', { name: new RegExp(`^${title}: `) }).first().textContent())!.replace(/\D/g, ''));

async function choose(page: Page, action: string, title: string) {
  await tileOf(page, title).getByRole('button', { name: `Actions for ${title}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

async function saved(download: Download): Promise<Buffer> {
  return readFile((await download.path())!);
}

test('a tile is made with a preview, moved by its menu, taken away and brought back', async () => {
  await open(admin, '/analytics');
  await admin.getByRole('button', { name: 'Add a tile' }).click();
  const dialog = admin.getByRole('dialog', { name: 'New tile' });
  await dialog.getByRole('button', { name: /^Numbers/ }).click();
  await admin.getByRole('checkbox', { name: /New leads/ }).or(admin.getByRole('option', { name: /New leads/ })).first().click();
  await admin.keyboard.press('Escape');
  await dialog.getByLabel('Title').fill('Fresh leads');
  await dialog.getByRole('group', { name: 'Fresh leads' }).getByText(/\d/).first().waitFor();
  await dialog.getByRole('button', { name: 'Add tile' }).click();
  await dialog.waitFor({ state: 'detached' });
  await tileOf(admin, 'Fresh leads').waitFor();
  const order = () => admin.locator('[data-tile] h2').allTextContents();
  await choose(admin, 'Move earlier', 'Fresh leads');
  await admin.waitForFunction(() => [...document.querySelectorAll('[data-tile] h2')].at(-2)?.textContent === 'Fresh leads');
  await choose(admin, 'Remove tile', 'Fresh leads');
  await tileOf(admin, 'Fresh leads').waitFor({ state: 'detached' });
  await admin.locator('[data-sonner-toast]', { hasText: 'Tile removed' }).getByRole('button', { name: 'Undo' }).click();
  await tileOf(admin, 'Fresh leads').waitFor();
  await admin.reload();
  await tileOf(admin, 'Fresh leads').waitFor();
  await eventually(async () => expect((await order()).at(-2)).toBe('Fresh leads'), 10_000);
}, 120_000);

test('a number opens its rows and the list behind them, and what a user sees is their own', async () => {
  await open(admin, '/analytics');
  await settled(admin);
  const all = await numberIn(admin, 'New leads');
  await tileOf(admin, 'New leads').getByRole('button', { name: /^New leads: / }).first().click();
  const drawer = admin.getByRole('dialog', { name: 'New leads' });
  await drawer.getByRole('listitem').first().waitFor();
  expect(await drawer.getByRole('listitem').count()).toBe(Math.min(50, all));
  await drawer.getByText(`from ${all} row`).waitFor();
  await drawer.getByRole('link', { name: 'Open the list' }).click();
  await admin.waitForURL(/\/clients\?where=/);
  await admin.getByRole('row').nth(1).waitFor();

  await open(user, '/analytics');
  await settled(user);
  const own = await numberIn(user, 'New leads');
  expect(own).toBeLessThan(all);
  await user.getByRole('button', { name: 'Add a tile' }).waitFor({ state: 'detached' });
}, 120_000);

test('a tile leaves as a table and as a picture', async () => {
  await open(admin, '/analytics');
  await settled(admin);
  const chart = admin.locator('[data-tile]').filter({ has: admin.locator('svg.recharts-surface') }).first();
  await chart.waitFor();
  const title = (await chart.getByRole('heading').textContent())!;
  const menu = async (action: string) => {
    await chart.getByRole('button', { name: `Actions for ${title}` }).click();
    const [download] = await Promise.all([admin.waitForEvent('download'), admin.getByRole('menuitem', { name: action }).click()]);
    return saved(download);
  };
  const csv = (await menu('Download as CSV')).toString('utf8');
  expect(csv).toContain(title);
  expect(csv).toMatch(/\d{4}-\d{2}-\d{2}/);
  const png = await menu('Download as picture');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.length).toBeGreaterThan(5_000);
}, 120_000);

test('a goal says how it stands', async () => {
  await open(admin, '/analytics/goals');
  await admin.getByRole('button', { name: 'New goal' }).click();
  const dialog = admin.getByRole('dialog', { name: 'New goal' });
  await dialog.getByLabel('Name').fill('A thousand leads');
  await dialog.getByRole('combobox', { name: 'Number' }).fill('New leads');
  await admin.getByRole('option', { name: /New leads/ }).click();
  await dialog.getByLabel('Target').fill('100000');
  await dialog.getByRole('button', { name: 'Set goal' }).click();
  await dialog.waitFor({ state: 'detached' });
  const card = admin.locator('section').filter({ has: admin.getByRole('heading', { name: 'A thousand leads' }) });
  await card.getByText(/Behind|On track/).first().waitFor();
  await card.getByText('Projected').waitFor();
}, 120_000);

test('a link shows the dashboard to a visitor until it is taken back, and nothing on another host', async () => {
  await open(admin, '/analytics');
  await admin.getByRole('main').getByRole('button', { name: 'More', exact: true }).click();
  await admin.getByRole('menuitem', { name: 'Share by link' }).click();
  const dialog = admin.getByRole('dialog', { name: /^Share / });
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await admin.keyboard.press('Escape');
  const path = new URL(link).pathname;
  const visitor = await visit(browser, summit);
  await visitor.goto(path);
  await tileOf(visitor, 'New leads').getByText(/\d/).first().waitFor();
  expect(await tileOf(visitor, 'New leads').getByRole('button').count()).toBe(0);
  const elsewhere = await visit(browser, bright);
  await elsewhere.goto(path);
  await elsewhere.getByText('This link is no longer valid').waitFor();
  await open(admin, '/analytics/links');
  await admin.getByRole('button', { name: /^Take back the link to/ }).first().click();
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Take back' }).click();
  await admin.getByText('Taken back').first().waitFor();
  await visitor.reload();
  await visitor.getByText('This link is no longer valid').waitFor();
}, 120_000);

test('ranges and filters are in the address, and the funnel counts down', async () => {
  await open(admin, '/analytics');
  await settled(admin);
  await admin.getByRole('button', { name: /^Range: / }).click();
  await admin.getByRole('button', { name: 'This year' }).click();
  await admin.waitForURL(/thisYear/);
  await settled(admin);
  const funnel = admin.locator('[data-tile]').filter({ hasText: 'Clients who took each step' }).first();
  const steps = (await funnel.locator('ol > li').allTextContents()).map((text) => Number(/(\d[\d,]*)\s/.exec(text.replace(/^\D+/, ''))?.[1]?.replaceAll(',', '') ?? NaN));
  expect(steps.length).toBeGreaterThan(1);
  for (const [index, count] of steps.entries()) if (index) expect(count).toBeLessThanOrEqual(steps[index - 1]!);
}, 120_000);
