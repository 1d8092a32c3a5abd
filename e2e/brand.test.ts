import type { Browser, Page } from '@playwright/test';
import { ask } from './ask.ts';
import { bright, open, openBrowser, signIn, summit, visit } from './browser.ts';

let browser: Browser;
let admin: Page;
let before: Record<string, unknown>;

beforeAll(async () => {
  browser = await openBrowser();
  admin = await signIn(await visit(browser, bright, { viewport: { width: 1440, height: 900 } }), bright);
  before = (await editor()).published;
}, 120_000);

/** Other tests look at the same tenants: the brand is left as it was found. */
afterAll(async () => {
  if (before) {
    const { version } = await ask<{ version: number }>(admin, 'PUT', '/brand/draft', { version: (await editor()).version, tokens: before });
    await ask(admin, 'POST', '/brand/publish', { version });
  }
  await browser?.close();
});

const editor = () => ask<{ version: number; published: Record<string, unknown>; draft: Record<string, unknown> | null }>(admin, 'GET', '/brand/editor');

/** The accent as the page's style sheet says it. */
const accentOf = (page: Page, selector = ':root') => page.locator(selector).first().evaluate((element) => getComputedStyle(element).getPropertyValue('--accent').trim());

async function signInPage(tenant: typeof bright): Promise<Page> {
  const page = await visit(browser, tenant);
  await page.goto('/sign-in');
  return page;
}

test('a colour is tried in the preview, and nobody else sees it', async () => {
  await open(admin, '/settings/brand');
  const visitor = await signInPage(bright);
  const was = await accentOf(visitor);
  const colour = admin.getByRole('textbox', { name: 'Brand colour' });
  await colour.fill('#7c3aed');
  await admin.getByRole('radio', { name: 'Dark', exact: true }).check({ force: true });
  await admin.getByText('Draft saved').waitFor();
  expect(await accentOf(admin, '[data-preview]')).toBe('#7c3aed');
  expect(await accentOf(admin)).toBe(was);
  expect((await editor()).draft).toMatchObject({ colour: '#7c3aed', sidebar: 'dark' });
  await visitor.reload();
  expect(await accentOf(visitor)).toBe(was);
  await visitor.context().close();
}, 120_000);

test('a colour that cannot be read is corrected, in words', async () => {
  await admin.getByRole('textbox', { name: 'Brand colour' }).fill('#facc15');
  await admin.getByText('Buttons carry dark text', { exact: false }).first().waitFor();
  expect(await admin.getByRole('img', { name: 'Fails' }).count()).toBe(0);
  await admin.getByRole('textbox', { name: 'Brand colour' }).fill('#7c3aed');
  await admin.getByText('Draft saved').waitFor();
}, 120_000);

test('the mail is the one the server would send', async () => {
  await admin.getByRole('tab', { name: 'Mail' }).click();
  await admin.frameLocator('iframe').getByRole('heading', { name: `Join ${bright.name}` }).waitFor();
}, 120_000);

test('what is published shows on this host within a second, and on no other', async () => {
  const [theirs, ours] = [await signInPage(summit), await signInPage(bright)];
  const [other, was] = [await accentOf(theirs), await accentOf(ours)];
  await admin.getByRole('button', { name: 'Publish' }).click();
  const dialog = admin.getByRole('alertdialog');
  expect(await dialog.innerText()).toContain('Brand colour');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await admin.getByText('The new look is live.').waitFor();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await Promise.all([ours.reload(), theirs.reload()]);
  expect(await accentOf(ours)).toBe('#7c3aed');
  expect(await accentOf(ours)).not.toBe(was);
  expect(await accentOf(theirs)).toBe(other);

  await admin.getByRole('button', { name: 'Undo' }).click();
  await admin.getByText('The look from before is back.').waitFor();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await ours.reload();
  expect(await accentOf(ours)).toBe(was);
  for (const page of [ours, theirs]) await page.context().close();
}, 120_000);

test('a logo is uploaded and served from the tenant’s own host alone', async () => {
  await open(admin, '/settings/brand');
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><rect width="120" height="40" rx="8" fill="purple"/></svg>';
  await admin.getByLabel('Logo', { exact: true }).setInputFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
  const logo = admin.locator('[data-preview] img').first();
  await admin.waitForFunction(() => document.querySelector('[data-preview] img')?.getAttribute('src')?.includes('/pictures/'));
  const path = (await logo.getAttribute('src'))!;
  await admin.waitForFunction(() => (document.querySelector('[data-preview] img') as HTMLImageElement).naturalWidth > 0);
  const neighbour = await signInPage(summit);
  const get = (page: Page) => page.evaluate(async (url) => fetch(url).then((answer) => [answer.status, answer.headers.get('content-type')]), path);
  expect(await get(admin)).toEqual([200, 'image/webp']);
  expect((await get(neighbour))[0]).toBe(404);
  await neighbour.context().close();
  await admin.getByText('Draft saved').waitFor();
  await admin.getByRole('button', { name: 'Discard draft' }).click();
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Discard draft' }).click();
  await admin.waitForFunction(() => !document.querySelector('[data-preview] img')?.getAttribute('src')?.includes('/pictures/'));
}, 120_000);

test('a word of the product becomes the tenant’s own', async () => {
  await admin.getByLabel('One, in English').fill('patient');
  await admin.getByLabel('Several, in English').fill('patients');
  await admin.getByText('Draft saved').waitFor();
  await admin.getByRole('button', { name: 'Publish' }).click();
  await admin.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click();
  await admin.getByText('The new look is live.').waitFor();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await open(admin, '/clients');
  await admin.getByRole('heading', { level: 1, name: 'Patients' }).waitFor();
  expect(await admin.getByRole('navigation').first().innerText()).toContain('Patients');
}, 120_000);

test('a plugin is set up on a form drawn from its manifest', async () => {
  await open(admin, '/settings/plugins');
  await admin.getByRole('button', { name: 'Settings', exact: true }).first().click();
  const days = admin.getByLabel('Days in the trash');
  await days.fill('400');
  await admin.getByRole('button', { name: 'Save changes' }).click();
  await admin.getByRole('alert').first().waitFor();
  await days.fill('14');
  await admin.getByRole('button', { name: 'Save changes' }).click();
  await admin.getByText('Settings saved.').waitFor();
  await admin.getByRole('button', { name: 'Settings', exact: true }).first().click();
  expect(await admin.getByLabel('Days in the trash').inputValue()).toBe('14');
  await admin.getByRole('button', { name: 'Back to standard' }).click();
  await admin.waitForFunction(() => (document.querySelector('input[name=trashDays]') as HTMLInputElement | null)?.value === '30');
}, 120_000);
