import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { ask } from './ask.ts';
import { barriers } from './barriers.ts';
import { open, openBrowser, settled, signIn, summit, visit } from './browser.ts';

let browser: Browser;
/** Cookies of somebody who is signed in, for the windows of every test. */
let session: BrowserContextOptions['storageState'];
let clientPath: string;
let typePath: string;
let strategyPath: string;
let conversationPath: string;
let endpointPath: string;
let receiverPath: string;

beforeAll(async () => {
  browser = await openBrowser();
  const page = await signIn(await visit(browser, summit), summit);
  await open(page, '/clients');
  clientPath = (await page.getByRole('row').nth(1).getByRole('link').first().getAttribute('href'))!;
  await open(page, '/bookings/event-types');
  typePath = (await page.getByRole('list', { name: 'Event types' }).getByRole('link').first().getAttribute('href'))!;
  await open(page, '/chat');
  conversationPath = (await page.getByRole('region', { name: 'Conversations' }).getByRole('link').first().getAttribute('href'))!;
  await open(page, '/strategies');
  strategyPath = (await page.getByRole('row').nth(1).getByRole('link').first().getAttribute('href'))!;
  const { id: endpoint } = await ask<{ id: number }>(page, 'POST', '/webhooks/endpoints', { url: 'https://hooks.example.com/crm', events: ['client.*'], active: false });
  const { id: receiver } = await ask<{ id: number }>(page, 'POST', '/webhooks/receivers', { name: 'Website form', scheme: 'standard', mapping: [{ target: 'name', paths: ['contact.name'] }] });
  [endpointPath, receiverPath] = [`/webhooks/${endpoint}`, `/webhooks/receivers/${receiver}`];
  session = await page.context().storageState();
  await page.context().close();
}, 120_000);
afterAll(() => browser?.close());

const signedIn = (options: BrowserContextOptions = {}) => visit(browser, summit, { storageState: session, ...options });
// prettier-ignore
const kernelScreens = ['/', '/users', '/notifications', ...['profile', 'security', 'roles', 'plugins', 'api-keys', 'audit', 'brand'].map((page) => `/settings/${page}`)];
/** Every page there is, the plugins' by their manifests, so that a new one is looked at too. */
const screens = () => [...kernelScreens, ...pluginScreens(), '/clients?form=board', '/bookings?form=month', '/bookings?form=list&when=all', typePath, clientPath, conversationPath, endpointPath, receiverPath, ...strategyScreens()];

const strategyScreens = () => ['', '/enrolments', '/results', '/versions', '/simulator'].map((part) => `${strategyPath}${part}`);

interface Manifest {
  pages?: { path: string }[];
  publicPages?: { path: string }[];
}
const manifests = () =>
  readdirSync('plugins')
    .map((id) => `plugins/${id}/plugin.json`)
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Manifest);
const fixed = (pages: { path: string }[] = []) => pages.map(({ path }) => path).filter((path) => !path.includes(':'));
const pluginScreens = () => manifests().flatMap(({ pages }) => fixed(pages));

/** Pages for everybody, and what the first link of each leads to. */
async function publicScreens(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const path of manifests().flatMap(({ publicPages }) => fixed(publicPages))) {
    await open(page, path);
    const inside = page.locator(`main a[href^="${path}/"]`).first();
    found.push(path, ...((await inside.count()) ? [(await inside.getAttribute('href'))!] : []));
  }
  return found;
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('sign-in has no barrier', async () => {
    const page = await visit(browser, summit, { colorScheme });
    await open(page, '/sign-in');
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('no page for everybody has a barrier', async () => {
    const page = await visit(browser, summit, { colorScheme });
    const found: string[] = [];
    for (const path of await publicScreens(page)) {
      await open(page, path);
      found.push(...(await barriers(page)));
    }
    expect(found).toEqual([]);
    await page.context().close();
  }, 200_000);

  test('no screen has a barrier', async () => {
    const page = await signedIn({ colorScheme });
    const found: string[] = [];
    for (const path of screens()) {
      await open(page, path);
      // A screen may still fetch a part of itself when it is looked at first: what stays is a barrier.
      if ((await barriers(page)).length > 0) found.push(...(await settled(page).then(() => barriers(page))));
    }
    expect(found).toEqual([]);
    await page.context().close();
  }, 400_000);

  test('no component has a barrier', async () => {
    const page = await signedIn({ colorScheme });
    // Here some wait for ever, to be looked at.
    await page.goto('/gallery', { waitUntil: 'networkidle' });
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  }, 120_000);
});

test('at 390 pixels no screen scrolls sideways', async () => {
  const page = await signedIn({ viewport: { width: 390, height: 844 } });
  const wide: string[] = [];
  for (const path of ['/sign-in', ...(await publicScreens(page)), ...screens()]) {
    await open(page, path);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    if (scrollWidth > clientWidth) wide.push(`${path}: ${scrollWidth} pixels`);
  }
  expect(wide).toEqual([]);
  await page.context().close();
}, 300_000);

test('in Arabic the page reads from right to left, before and after signing in', async () => {
  const visitor = await visit(browser, summit);
  await visitor.goto('/sign-in', { waitUntil: 'networkidle' });
  await visitor.getByRole('button', { name: 'العربية' }).click();
  await visitor.locator('html[dir=rtl][lang=ar]').waitFor({ state: 'attached' });
  await visitor.getByRole('button', { name: 'تسجيل الدخول' }).waitFor();

  const page = await signIn(await visit(browser, summit), summit, 'user');
  await chooseLanguage(page, 'العربية');
  await page.locator('html[dir=rtl][lang=ar]').waitFor({ state: 'attached' });
  await open(page, '/clients');
  const sidebar = await page.getByRole('complementary').boundingBox();
  expect(sidebar!.x).toBeGreaterThan(640);
  expect(await barriers(page)).toEqual([]);
  await chooseLanguage(page, 'English');
  await page.locator('html[dir=ltr][lang=en]').waitFor({ state: 'attached' });
}, 120_000);

test('the keyboard alone reaches the content, the main action and what it opens', async () => {
  const page = await signedIn();
  await open(page, '/clients');
  await page.keyboard.press('Tab');
  expect(await focused(page)).toBe('Skip to content');
  await page.keyboard.press('Enter');
  await tabTo(page, 'New client');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New client' });
  await dialog.waitFor();
  expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await page.waitForFunction((name) => document.activeElement?.textContent === name, 'New client');
  await page.context().close();
}, 120_000);

async function chooseLanguage(page: Page, name: string) {
  await page.getByRole('complementary').getByRole('button', { expanded: false }).filter({ hasText: 'Elena Vargas' }).click();
  await page
    .getByRole('menuitem', { name })
    .or(page.getByRole('menuitemradio', { name }))
    .or(page.getByRole('menuitemcheckbox', { name }))
    .click();
}

const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.slice(0, 80) ?? '');

async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press('Tab');
    if ((await focused(page)) === name) return;
  }
  throw new Error(`Twelve presses of Tab did not reach "${name}".`);
}
