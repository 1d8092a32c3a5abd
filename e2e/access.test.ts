import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from '@playwright/test';
import { open, openBrowser, signIn, summit, visit } from './browser.ts';

let browser: Browser;
/** Cookies of somebody who is signed in, for the windows of every test. */
let session: BrowserContextOptions['storageState'];
let clientPath: string;

beforeAll(async () => {
  browser = await openBrowser();
  const page = await signIn(await visit(browser, summit), summit, 'manager');
  await open(page, '/clients');
  clientPath = (await page.getByRole('row').nth(1).getByRole('link').first().getAttribute('href'))!;
  session = await page.context().storageState();
  await page.context().close();
}, 120_000);
afterAll(() => browser?.close());

const signedIn = (options: BrowserContextOptions = {}) => visit(browser, summit, { storageState: session, ...options });
const screens = () => ['/', '/clients', clientPath, '/clients/import', '/users', '/settings/profile', '/settings/security'];

/** What a person with a disability would be stopped by, in words that lead to the element. */
async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${new URL(page.url()).pathname}: ${id} at ${node.target.join(' ')} (${node.failureSummary?.split('\n').pop()?.trim()})`,
    ),
  );
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('sign-in has no serious barrier', async () => {
    const page = await visit(browser, summit, { colorScheme });
    await open(page, '/sign-in');
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  }, 120_000);

  test('no screen has a serious barrier', async () => {
    const page = await signedIn({ colorScheme });
    const found: string[] = [];
    for (const path of screens()) {
      await open(page, path);
      found.push(...(await barriers(page)));
    }
    expect(found).toEqual([]);
    await page.context().close();
  }, 300_000);
});

test('at 390 pixels no screen scrolls sideways', async () => {
  const page = await signedIn({ viewport: { width: 390, height: 844 } });
  const wide: string[] = [];
  for (const path of ['/sign-in', ...screens()]) {
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
