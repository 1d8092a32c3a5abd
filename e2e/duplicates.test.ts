import type { Browser, Page } from '@playwright/test';
import { ask } from './ask.ts';
import { open, openBrowser, settled, signIn, summit, visit } from './browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await signIn(await visit(browser, summit), summit);
}, 120_000);
afterAll(() => browser?.close());

const call = <T>(method: string, path: string, body?: object) => ask<T>(page, method, path, body);
const create = async (body: object): Promise<number> => (await call<{ id: number }>('POST', '/clients', body)).id;
const rowsFor = async (text: string) => {
  await open(page, `/clients?search=${encodeURIComponent(text)}`);
  return page.getByRole('link', { name: text });
};

test('two clients that are one are merged with a look at what comes out, and parted again from the toast', async () => {
  // A surname of its own, so that the test may be repeated on the same data.
  const surname = `Doublet${Array.from({ length: 6 }, () => 'bcdfgklmnprs'[Math.floor(Math.random() * 12)]).join('')}`;
  const [short, long] = [`Quirina ${surname}`, `Quirina ${surname}o`];
  const phone = `+1303555${Math.floor(1000 + Math.random() * 9000)}`;
  await create({ name: short, email: `${surname.toLowerCase()}@doublet.example`, phone, company: 'Doublet Roofs' });
  await create({ name: long, phone, company: 'Doublet Roofs Inc' });
  const pair = page.getByRole('listitem').filter({ hasText: long }).first();
  await repeat(async () => {
    await open(page, '/clients/duplicates');
    await pair.waitFor({ timeout: 3_000 });
  });
  expect(await pair.innerText()).toContain('similar name');
  await pair.getByRole('button', { name: 'Not duplicates' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await pair.getByRole('button', { name: 'Merge' }).click();

  const dialog = page.getByRole('dialog', { name: 'Merge clients' });
  await dialog.getByText('What comes out').waitFor();
  // By keyboard: the arrow goes to the other client's name.
  await dialog.getByRole('group', { name: 'Name' }).getByRole('radio').first().focus();
  await page.keyboard.press('ArrowRight');
  await dialog.locator('section', { hasText: 'What comes out' }).getByText(long, { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Merge 2 clients' }).click();
  await page.getByText(`Merged into ${long}`).waitFor();
  await page.locator('[data-sonner-toast]', { hasText: 'Merged into' }).getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Merge undone').waitFor();
  await pair.waitFor();
}, 120_000);

test('many clients are changed at once, and changed back from the tray', async () => {
  for (const { id } of (await call<{ items: { id: number }[] }>('GET', '/clients?search=bulkina')).items) await call('DELETE', `/clients/${id}`);
  for (const name of ['Bulkina One', 'Bulkina Two', 'Bulkina Three']) await create({ name, source: 'Before' });
  await open(page, '/clients?search=bulkina');
  await page.getByRole('row', { name: /Bulkina/ }).first().waitFor();
  await page.getByRole('checkbox', { name: 'Select all rows shown' }).first().click();
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Status' }).click();
  const dialog = page.getByRole('dialog', { name: 'Status' });
  await dialog.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Won' }).click();
  await dialog.getByRole('button', { name: 'Change 3 clients' }).click();
  await page.getByText('3 clients changed').first().waitFor({ timeout: 30_000 });

  await page.getByRole('button', { name: /ended$|running$/ }).first().click();
  await page.getByRole('dialog').getByRole('link', { name: 'Open' }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Change to many clients' }).waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('main').getByText('Taken back', { exact: true }).first().waitFor({ timeout: 30_000 });
  expect((await call<{ items: unknown[] }>('GET', '/clients?search=bulkina&status=won')).items).toEqual([]);
}, 120_000);

test('what was deleted waits in the trash, comes back, or goes for good', async () => {
  const id = await create({ name: 'Trashina Gone' });
  await call('DELETE', `/clients/${id}`);
  await open(page, '/clients/trash');
  const row = page.getByRole('row', { name: /Trashina Gone/ });
  await row.getByText('30 days left').waitFor();
  await row.getByRole('button', { name: 'Actions for Trashina Gone' }).click();
  await page.getByRole('menuitem', { name: 'Delete for good' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await row.waitFor({ state: 'detached' });
  await settled(page);
  expect(await (await rowsFor('Trashina Gone')).count()).toBe(0);
}, 120_000);

/** Pairs are found a moment after their clients were made. */
async function repeat(check: () => Promise<void>, tries = 8): Promise<void> {
  for (let n = 1; ; n++) {
    try {
      return await check();
    } catch (error) {
      if (n >= tries) throw error;
    }
  }
}
