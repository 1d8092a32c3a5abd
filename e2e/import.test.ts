import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { open, openBrowser, signIn, summit, visit } from './browser.ts';
import { googleContacts } from './google-contacts.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await signIn(await visit(browser, summit), summit);
}, 120_000);
afterAll(() => browser?.close());

const rows = 5_000;
/** A client no demo business has, found by words of its name. */
const wanted = 'Zephyrine Quillfeather';

const countOf = async (label: string) => {
  const text = await page.getByRole('status').filter({ hasText: label }).locator('div', { hasText: label }).locator('dd').innerText();
  return Number(text.replace(/\D/g, ''));
};

async function search(text: string) {
  await open(page, '/clients');
  await page.getByRole('searchbox', { name: 'Search clients' }).fill(text);
}

test('5,000 contacts come in through the screen, show what was wrong with some, and are taken back', async () => {
  const { csv, bad } = googleContacts(rows, wanted);
  await open(page, '/clients');
  const before = await page.getByRole('heading', { level: 1 }).innerText();

  await open(page, '/clients/import');
  await page.locator('input[type=file]').setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.waitForURL(/\/clients\/import\/\d+$/);
  // The headers of Google's file are known: nothing has to be chosen.
  await page.getByRole('combobox', { name: 'Field for First Name' }).filter({ hasText: 'First name' }).waitFor();
  await page.getByText('not an e-mail address').first().waitFor();

  const seen = await watchProgress();
  await page.getByRole('button', { name: 'Import 5,000 rows' }).click();
  await page.getByRole('heading', { name: 'Result' }).waitFor({ timeout: 120_000 });
  expect((await seen()).filter((share) => share > 0 && share < 100).length).toBeGreaterThan(0);
  expect([await countOf('Created'), await countOf('Updated'), await countOf('Skipped'), await countOf('Left out')]).toEqual([
    rows - bad.length,
    0,
    0,
    bad.length,
  ]);

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download rows' }).click();
  const errors = await readFile(await (await saving).path(), 'utf8');
  expect(errors.trim().split('\r\n')).toHaveLength(1 + bad.length);
  for (const [name, reason] of bad) expect(errors.split('\r\n').find((line) => line.includes(name))).toContain(reason);

  const run = page.url();
  await search('quillf zephyr');
  await page.getByRole('link', { name: wanted }).click();
  await page.getByRole('heading', { level: 1, name: wanted }).waitFor();

  await open(page, run);
  await page.getByRole('button', { name: 'Undo import' }).click();
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: 'Undo import' }).click();
  await page.getByRole('heading', { name: 'Import undone' }).waitFor({ timeout: 120_000 });
  expect(await page.getByRole('main').innerText()).toContain('Everything is as it was before');

  await search('quillf zephyr');
  await page.getByText('Nothing matches').waitFor();
  await open(page, '/clients');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(before);
}, 300_000);

/** Notes every state that the progress bar goes through, in per cent. */
async function watchProgress() {
  await page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seenProgress: seen });
    new MutationObserver(() => {
      const value = document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow');
      if (value) seen.push(Number(value));
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return () => page.evaluate(() => (window as unknown as { seenProgress: number[] }).seenProgress);
}
