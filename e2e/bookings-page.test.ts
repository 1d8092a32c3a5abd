import type { Browser } from '@playwright/test';
import { barriers } from './barriers.ts';
import { makeEventType } from './booking-type.ts';
import { open, openBrowser, originOf, settled, signIn, summit, visit } from './browser.ts';
import { loadedScript, scriptLimit, scriptWeight } from './page-weight.ts';

let browser: Browser;
const slug = 'roof-look';
/** All script of the booking page until it can be used, what it fetches late included. */
const usableLimit = 220_000;

beforeAll(async () => {
  browser = await openBrowser();
  const staff = await signIn(await visit(browser, summit), summit);
  await makeEventType(staff, slug, 'A look at the roof');
  await staff.context().close();
}, 180_000);
afterAll(() => browser?.close());

test.each([['light', 'en'], ['dark', 'en'], ['light', 'ar']] as const)('no step has a barrier, in %s and %s', async (colorScheme, language) => {
  const page = await visit(browser, summit, { colorScheme, viewport: { width: 390, height: 844 } });
  await page.context().addCookies([{ name: 'language', value: language, url: originOf(summit) }]);
  const found: string[] = [];
  const look = async () => {
    await settled(page);
    const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement);
    found.push(...(await barriers(page)), ...(scrollWidth > clientWidth ? [`${page.url()}: ${scrollWidth} pixels wide`] : []));
  };
  await open(page, '/book');
  await look();
  await open(page, `/book/${slug}`);
  await page.locator('[data-slot]').first().waitFor();
  await look();
  await page.locator('[data-slot]').last().click();
  await page.locator('input[name=name]').waitFor();
  await page.locator('button[type=submit]').click();
  await page.locator('form [role=alert]').waitFor();
  await look();
  await page.locator('input[name=name]').fill('Gil Access');
  await page.locator('input[name=email]').fill('gil@access.example');
  await page.locator('form').getByRole('combobox').click();
  await page.getByRole('option').first().click();
  await page.locator('button[type=submit]').click();
  await page.waitForURL(/booked=/);
  await page.locator('h1[data-focus]').waitFor();
  await look();
  await page.goto((await page.locator('a[href*="/book/manage/"]').getAttribute('href'))!);
  await page.locator('h1[data-focus]').waitFor();
  await look();
  await page.locator('main button').last().click();
  await page.locator('textarea').waitFor();
  await look();
  expect(found).toEqual([]);
  await page.context().close();
}, 200_000);

test('the booking page stands with little script, and needs little more until a time can be chosen', async () => {
  const page = await visit(browser, summit);
  const first = await scriptWeight(page, `/book/${slug}`);
  const all = await loadedScript(await visit(browser, summit), `/book/${slug}`, (at) => at.locator('[data-slot]').first().waitFor());
  process.stderr.write(`booking page: ${(first.bytes / 1000).toFixed(1)} kB of script, gzipped, ${(all.bytes / 1000).toFixed(1)} kB until a time can be chosen\n`);
  expect(first.bytes).toBeLessThanOrEqual(scriptLimit);
  expect(all.bytes).toBeLessThanOrEqual(usableLimit);
  await page.context().close();
}, 60_000);
