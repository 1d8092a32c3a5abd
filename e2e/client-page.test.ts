import type { Browser, Page } from '@playwright/test';
import { ask } from './ask.ts';
import { open, openBrowser, settled, signIn, summit, visit } from './browser.ts';

let browser: Browser;
let mine: Page;
let theirs: Page;
beforeAll(async () => {
  browser = await openBrowser();
  [mine, theirs] = [await signIn(await visit(browser, summit), summit), await signIn(await visit(browser, summit), summit, 'manager')];
}, 180_000);
afterAll(() => browser?.close());

/** A client of its own for each test, as both browsers show it. */
async function onBothScreens(name: string): Promise<string> {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@record.example`;
  const { id } = await ask<{ id: number }>(mine, 'POST', '/clients', { name, company: 'First Words', position: 'Owner', email });
  for (const page of [mine, theirs]) await open(page, `/clients/${id}`);
  return `/clients/${id}`;
}

/** Opens a fact for editing by keyboard, and types. */
async function type(page: Page, fact: string, text: string) {
  await page.getByRole('button', { name: `Change ${fact}` }).focus();
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: fact });
  await field.fill(text);
  return field;
}
async function change(page: Page, fact: string, text: string) {
  await (await type(page, fact, text)).press('Enter');
  await factOf(page, text).waitFor();
}
const factOf = (page: Page, text: string) => page.locator('dd').filter({ hasText: text }).first();

test('two people change different facts of one client at once, and both changes stay', async () => {
  await onBothScreens('Disjoint Edits');
  const typing = await type(mine, 'Company', 'Mine & Sons');
  await change(theirs, 'Job title', 'Director');
  await typing.press('Enter');
  await mine.getByText('A colleague had changed Job title meanwhile').waitFor();
  for (const page of [mine, theirs]) for (const text of ['Mine & Sons', 'Director']) await factOf(page, text).waitFor();
});

test('two people change the same fact at once: whoever comes second chooses, and nothing typed is lost', async () => {
  await onBothScreens('Same Edit');
  const typing = await type(mine, 'Company', 'What I Typed');
  await change(theirs, 'Company', 'What They Typed');
  await typing.press('Enter');
  const dialog = mine.getByRole('dialog', { name: 'A colleague changed this client meanwhile' });
  await dialog.waitFor();
  await dialog.getByText('Before: First Words').waitFor();
  expect(await dialog.getByRole('button', { name: 'Save the choice' }).isDisabled()).toBe(true);
  await dialog.getByRole('radio', { name: /What They Typed/ }).waitFor();
  await dialog.getByRole('radio', { name: /What I Typed/ }).check();
  await dialog.getByRole('button', { name: 'Save the choice' }).click();
  for (const page of [mine, theirs]) await factOf(page, 'What I Typed').waitFor();
});

test('a form that was overtaken keeps what was typed until it is decided', async () => {
  await onBothScreens('Form Edit');
  await mine.getByRole('button', { name: 'Edit', exact: true }).click();
  const form = mine.getByRole('dialog', { name: 'Edit Form Edit' });
  await form.getByLabel('Company').fill('From The Form');
  await change(theirs, 'Company', 'From The Page');
  await form.getByRole('button', { name: 'Save changes' }).click();
  const dialog = mine.getByRole('dialog', { name: 'A colleague changed this client meanwhile' });
  await dialog.getByRole('button', { name: 'Go back' }).click();
  expect(await form.getByLabel('Company').inputValue()).toBe('From The Form');
  await form.getByRole('button', { name: 'Save changes' }).click();
  await dialog.getByRole('radio', { name: /From The Page/ }).check();
  await dialog.getByRole('button', { name: 'Save the choice' }).click();
  await form.waitFor({ state: 'hidden' });
  await factOf(mine, 'From The Page').waitFor();
});

test('Esc leaves a fact as it was, and a refused one is taken back', async () => {
  await onBothScreens('Plain Edits');
  await (await type(mine, 'Company', 'Never Saved')).press('Escape');
  await factOf(mine, 'First Words').waitFor();
  await mine.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Change Company');
  await (await type(mine, 'Phone', '12')).press('Enter');
  await mine.getByText('This is not a phone number').waitFor();
  await expect(factOf(mine, '12').count()).resolves.toBe(0);
});

test('a note that names a colleague by keyboard rings their bell and appears on their screen', async () => {
  await onBothScreens('Spoken About');
  const colleague = (await ask<{ user: { name: string } }>(theirs, 'GET', '/me')).user.name;
  const bell = theirs.getByRole('button', { name: /notification/i }).first();
  const before = await bell.getAttribute('aria-label');
  const note = mine.getByRole('textbox', { name: 'Note', exact: true });
  await note.focus();
  await mine.keyboard.type(`Please call them, @${colleague.split(' ')[0]!.slice(0, 4)}`);
  await mine.getByRole('option', { name: colleague }).waitFor();
  await mine.keyboard.press('Enter');
  await mine.keyboard.type('today.');
  await mine.keyboard.press('Control+Enter');
  for (const page of [mine, theirs]) await page.getByText(`@${colleague}`).first().waitFor();
  await theirs.waitForFunction((label) => [...document.querySelectorAll('button')].some((button) => /notification/i.test(button.ariaLabel ?? '') && button.ariaLabel !== label), before);
});

test('a task is added, ticked off and brought back without a mouse', async () => {
  await onBothScreens('Worked On');
  await mine.getByRole('tab', { name: 'Note' }).focus();
  await mine.keyboard.press('ArrowRight');
  const title = mine.getByRole('textbox', { name: 'Task', exact: true });
  await title.fill('Measure the roof');
  await title.press('Enter');
  const box = (page: Page) => page.getByRole('checkbox', { name: 'Mark Measure the roof as done' });
  for (const page of [mine, theirs]) await box(page).waitFor();
  await box(mine).focus();
  await mine.keyboard.press('Space');
  await box(theirs).waitFor({ state: 'detached' });
  await mine.getByText('Task done: Measure the roof').waitFor();
  await mine.getByRole('button', { name: 'Undo' }).press('Enter');
  for (const page of [mine, theirs]) await box(page).waitFor();

  await open(mine, '/clients/tasks?show=upcoming');
  await settled(mine);
  await box(mine).waitFor();
});

test('a file is kept with the client and comes back byte by byte', async () => {
  await onBothScreens('Has Files');
  await mine.locator('input[type=file]').setInputFiles({ name: 'quote.txt', mimeType: 'text/plain', buffer: Buffer.from('Ten thousand') });
  for (const page of [mine, theirs]) await page.getByRole('button', { name: 'Download quote.txt' }).waitFor();
  const saving = theirs.waitForEvent('download');
  await theirs.getByRole('button', { name: 'Download quote.txt' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saving).createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).toString()).toBe('Ten thousand');
  await mine.getByRole('button', { name: 'Remove quote.txt' }).click();
  await mine.getByRole('button', { name: 'Remove file' }).click();
  await theirs.getByRole('button', { name: 'Download quote.txt' }).waitFor({ state: 'detached' });
});
