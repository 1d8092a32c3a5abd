import type { Browser, BrowserContextOptions } from '@playwright/test';
import { barriers } from './barriers.ts';
import { openBrowser, summit } from './browser.ts';
import { chatOn, openForeignSite, pageOf, staffOf, visitSite, type ForeignSite, type Staff } from './chat-site.ts';

let browser: Browser;
let site: ForeignSite;
let staff: Staff;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openForeignSite()]);
  staff = await staffOf(browser, summit);
  await staff.settings({ askName: 'optional', askEmail: 'required', questions: ['How old is the roof? [number]'], hours: [], allowedOrigins: [site.origin] });
}, 180_000);
afterAll(async () => {
  await staff?.leave();
  await browser?.close();
  await site?.close();
});

/** From the closed chat to a conversation with a refused message in it, judged at each step. */
async function walk(lang: string, options: BrowserContextOptions) {
  const page = await visitSite(browser, options);
  await page.goto(pageOf(site.origin, summit, { lang }));
  const { root, launcher, dialog, log } = chatOn(page);
  const found: string[] = [];
  const judge = async () => found.push(...(await barriers(page, 'chat-widget')));
  await launcher.waitFor();
  await judge();
  await launcher.click();
  await dialog.locator('button[type=submit]').click();
  await dialog.locator('[aria-invalid]').first().waitFor();
  await judge();
  await dialog.locator('input[type=email]').fill(`${lang}${options.colorScheme ?? ''}${options.viewport?.width ?? ''}@garden.example`);
  await dialog.locator('textarea').fill('A tile fell down');
  await dialog.locator('button[type=submit]').click();
  await log.locator('.mine time').waitFor();
  const { id } = await staff.conversation('A tile fell down');
  await staff.answer(id, 'We will come on Monday. See https://roof.example');
  await log.getByRole('link').waitFor();
  await page.route('**/chat/visitor/messages', (route) => route.fulfill({ status: 422, contentType: 'application/problem+json', headers: { 'access-control-allow-origin': '*' }, body: '{"code":"core.invalid-input"}' }));
  await dialog.locator('textarea').fill('Which tile?');
  await dialog.locator('textarea').press('Enter');
  await log.locator('.meta.wrong').waitFor();
  await judge();
  await staff.call('POST', `/chat/conversations/${id}/close`);
  return { page, root, dialog, found };
}

test.each(['light', 'dark'] as const)('in %s the chat has no barrier', async (colorScheme) => {
  const { page, found } = await walk('en', { colorScheme });
  expect(found).toEqual([]);
  await page.context().close();
}, 120_000);

test('in Arabic it reads from right to left, without a barrier', async () => {
  const { page, root, dialog, found } = await walk('ar', {});
  expect(found).toEqual([]);
  expect(await root.locator('.root').getAttribute('dir')).toBe('rtl');
  expect((await dialog.boundingBox())!.x).toBeLessThan(100);
  await dialog.getByText('لم تُرسل').waitFor();
  await page.context().close();
}, 120_000);

test('in Spanish it speaks Spanish', async () => {
  const page = await visitSite(browser);
  await page.goto(pageOf(site.origin, summit, { lang: 'es-MX' }));
  await page.getByRole('button', { name: 'Abrir el chat' }).click();
  await page.getByRole('button', { name: 'Empezar el chat' }).waitFor();
  await page.context().close();
}, 60_000);

test('on a phone it fills the screen, without a barrier, and scrolls nothing sideways', async () => {
  const { page, dialog, found } = await walk('es', { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  expect(found).toEqual([]);
  expect(await dialog.boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.context().close();
}, 120_000);

test('the keyboard alone opens it, stays inside, and comes back to where it was', async () => {
  const page = await visitSite(browser);
  await page.goto(pageOf(site.origin, summit));
  const { launcher, dialog } = chatOn(page);
  await launcher.waitFor();
  for (const _ of [1, 2]) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  const inside = () => dialog.evaluate((element) => element.contains((element.getRootNode() as ShadowRoot).activeElement));
  for (let presses = 0; presses < 9; presses++) {
    expect(await inside()).toBe(true);
    await page.keyboard.press(presses < 7 ? 'Tab' : 'Shift+Tab');
  }
  // The page's own shortcuts do not hear what is typed in here.
  await page.evaluate(() => document.addEventListener('keydown', () => document.body.setAttribute('data-heard', '')));
  await page.keyboard.type('abc');
  expect(await page.locator('body[data-heard]').count()).toBe(0);
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  expect(await launcher.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element)).toBe(true);
  await page.context().close();
}, 60_000);
