import type { Browser, Page } from '@playwright/test';
import { open, openBrowser, originOf, settled, signIn, summit, visit } from './browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await signIn(await visit(browser, summit), summit);
}, 120_000);
afterAll(() => browser?.close());

/** Makes a client through the API, as the signed-in browser. */
async function create(body: object): Promise<number> {
  const answer = await page.request.post('/api/v1/clients', { data: body, headers: { origin: originOf(summit), 'sec-fetch-site': 'same-origin' } });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { id: number }).id;
}
const rowsFor = async (text: string) => {
  await open(page, `/clients?search=${encodeURIComponent(text)}`);
  return page.getByRole('link', { name: text });
};

test('two clients that are one are merged with a look at what comes out, and parted again from the toast', async () => {
  await create({ name: 'Quirina Doublet', email: 'quirina@doublet.example', company: 'Doublet Roofs' });
  await create({ name: 'Quirina Doublett', phone: '+13035550188', company: 'Doublet Roofs Inc' });
  const pair = page.getByRole('listitem').filter({ hasText: 'Quirina Doublett' }).first();
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
  await dialog.locator('section', { hasText: 'What comes out' }).getByText('Quirina Doublett', { exact: true }).waitFor();
  await dialog.getByRole('button', { name: 'Merge 2 clients' }).click();
  await page.getByText('Merged into Quirina Doublett').waitFor();
  await pair.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.getByText('Merge undone').waitFor();
  await pair.waitFor();
}, 120_000);

test('many clients are changed at once, and changed back from the tray', async () => {
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
  await open(page, '/clients?search=bulkina&status=won');
  expect(await page.getByRole('row', { name: /Bulkina/ }).count()).toBe(0);
}, 120_000);

test('what was deleted waits in the trash, comes back, or goes for good', async () => {
  const id = await create({ name: 'Trashina Gone' });
  await page.request.delete(`/api/v1/clients/${id}`, { headers: { origin: originOf(summit), 'sec-fetch-site': 'same-origin' } });
  await open(page, '/clients/trash');
  const row = page.getByRole('row', { name: /Trashina Gone/ });
  expect(await row.innerText()).toContain('30 days left');
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
