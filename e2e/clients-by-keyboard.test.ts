import type { Browser, Page } from '@playwright/test';
import { ask } from './ask.ts';
import { open, openBrowser, settled, signIn, summit, visit } from './browser.ts';

let browser: Browser;
let page: Page;
const name = 'Keyboard Only';

beforeAll(async () => {
  browser = await openBrowser();
  page = await signIn(await visit(browser, summit), summit);
  // From here on no pointer: a test that moves one fails.
  page.mouse.move = page.mouse.click = () => Promise.reject(new Error('This story is told by keyboard alone.'));
}, 120_000);
afterAll(() => browser?.close());

const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
const type = (text: string) => page.keyboard.type(text);
/** Presses Tab until what has the focus is what is looked for. */
async function tabUntil(wanted: (element: Element) => boolean): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(`(${wanted.toString()})(document.activeElement)`)) return;
  }
  throw new Error(`80 presses of Tab did not reach ${wanted.toString()}.`);
}

/** The client as the API knows it. */
const asKept = async () => (await ask<{ items: Record<string, unknown>[] }>(page, 'GET', `/clients?search=${encodeURIComponent(name)}`)).items[0];

test('a client is made with c, and its form saved with Enter', async () => {
  await open(page, '/');
  await page.waitForFunction(() => document.querySelector('[aria-live=polite].sr-only') !== null);
  await type('gc');
  await page.waitForURL(/\/clients$/);
  await settled(page);
  await type('c');
  const dialog = page.getByRole('dialog', { name: 'New client' });
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  await type(name);
  await press('Enter');
  await page.waitForURL(/\/clients\/\d+$/);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}, 120_000);

test('a note is written on its page', async () => {
  await page.locator('#content').focus();
  await page.getByPlaceholder('Write a note', { exact: false }).waitFor();
  await page.waitForFunction(() => document.querySelector('main .shimmer') === null);
  await tabUntil((element) => element instanceof HTMLTextAreaElement);
  await type('Called back the same day.');
  await press('Control+Enter');
  await page.getByRole('main').getByText('Called back the same day.').first().waitFor();
}, 120_000);

test('it is found with /, chosen with x, and changed in its row', async () => {
  await page.locator('#content').focus();
  await type('gc');
  await page.waitForURL(/\/clients$/);
  await settled(page);
  await press('/');
  // One letter short: a search forgives a slip.
  await type('Keybord Only');
  await page.waitForURL(/search=Keybord/);
  await page.getByRole('row').filter({ hasText: name }).first().waitFor();
  await settled(page);
  await page.locator('#content').focus();
  await press('j', 'x');
  await page.getByRole('toolbar').getByText('1 selected').waitFor();
  await press('x');
  await press('ArrowRight', 'ArrowRight', 'e');
  await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
  await press('Control+a');
  await type('Keyboards & Sons');
  await press('Enter');
  for (let tries = 0; tries < 40 && (await asKept())?.company !== 'Keyboards & Sons'; tries++) await page.waitForTimeout(250);
  expect(await asKept()).toMatchObject({ company: 'Keyboards & Sons', version: 2 });
}, 120_000);

test('on the board it is carried to the next stage, and taken back from the toast', async () => {
  await page.goto(`/clients?form=board&search=${encodeURIComponent('Keyboard')}`);
  await settled(page);
  const cards = page.getByRole('listitem', { name });
  await cards.first().waitFor();
  /** The columns that hold cards of this name: the data may know the story already. */
  const held = () => cards.evaluateAll((found) => found.map((card) => card.closest('[data-board-column]')!.getAttribute('data-board-column')).sort());
  const before = JSON.stringify(await held());
  await page.locator('#content').focus();
  await tabUntil((element) => element.hasAttribute('data-card'));
  await press('Space', 'ArrowRight', 'Space');
  await page.getByText(new RegExp(`${name} moved to`)).waitFor();
  expect(JSON.stringify(await held())).not.toBe(before);
  await press('Alt+t');
  await tabUntil((element) => element.textContent === 'Undo');
  await press('Enter');
  for (let tries = 0; tries < 40 && JSON.stringify(await held()) !== before; tries++) await page.waitForTimeout(250);
  expect(JSON.stringify(await held())).toBe(before);
}, 120_000);

test('it goes to the trash from its page, and comes back from the toast', async () => {
  const { id } = (await asKept()) as { id: number };
  await open(page, `/clients/${id}`);
  await page.locator('#content').focus();
  await tabUntil((element) => element.getAttribute('aria-label') === 'More actions');
  await press('Enter');
  await page.getByRole('menu').waitFor();
  await press('End');
  for (let presses = 0; presses < 8 && !(await page.evaluate(() => document.activeElement?.textContent?.startsWith('Delete'))); presses++) await press('ArrowUp');
  await press('Enter');
  await page.getByText('Client moved to the trash').waitFor();
  await press('Alt+t');
  await tabUntil((element) => element.textContent === 'Undo');
  await press('Enter');
  for (let tries = 0; tries < 40 && !(await asKept()); tries++) await page.waitForTimeout(250);
  expect(await asKept()).toMatchObject({ id, deletedAt: null });
}, 120_000);
