import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { eventually } from '../core/testing/eventually.ts';
import { openBrowser, summit } from './browser.ts';
import { chatOn, openForeignSite, pageOf, staffOf, visitSite, type ForeignSite, type Staff } from './chat-site.ts';

const secret = 'the-website-and-the-tenant-know-it';

let browser: Browser;
let site: ForeignSite;
let staff: Staff;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openForeignSite()]);
  staff = await staffOf(browser, summit);
  await staff.settings({ askName: 'optional', askEmail: 'optional', questions: ['What is it about? [Repair | New roof] *'], hours: [], allowedOrigins: [site.origin], identitySecret: secret });
}, 180_000);
afterAll(async () => {
  await staff?.leave();
  await browser?.close();
  await site?.close();
});

test('whom the website vouches for is known in every browser; a wrong signature is told to the developer alone', async () => {
  const externalId = crypto.randomUUID();
  const hash = createHmac('sha256', secret).update(externalId).digest('hex');
  const identity = { externalId, email: 'member7@garden.example', name: 'Mara Seven', hash };
  const attributes = `data-identity='${JSON.stringify(identity)}'`;
  const contexts: BrowserContext[] = [];
  const arrive = async (extra: string): Promise<{ page: Page; chat: ReturnType<typeof chatOn>; warnings: string[] }> => {
    const page = await visitSite(browser);
    contexts.push(page.context());
    const warnings: string[] = [];
    page.on('console', (message) => message.type() === 'warning' && warnings.push(message.text()));
    await page.goto(pageOf(site.origin, summit, { attributes: extra }));
    const chat = chatOn(page);
    await chat.open();
    return { page, chat, warnings };
  };
  const home = await arrive(attributes);
  await home.chat.dialog.getByLabel('What is it about?').selectOption('Repair');
  expect(await home.chat.dialog.getByLabel('E-mail address').count()).toBe(0);
  await home.chat.dialog.getByLabel('Message').fill('It is me, member seven');
  await home.chat.dialog.getByRole('button', { name: 'Start the chat' }).click();
  await home.chat.confirmed('It is me, member seven').waitFor();
  expect((await staff.conversation('It is me, member')).visitor).toMatchObject({ verified: true, name: 'Mara Seven', email: 'member7@garden.example' });

  const phone = await arrive(attributes);
  await phone.chat.confirmed('It is me, member seven').waitFor();
  await phone.page.evaluate(() => (window as any).chatWidget.identify(null));
  await phone.chat.dialog.getByLabel('Message').waitFor();
  expect(await phone.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('session') || key.includes('out ')))).toEqual([]);

  const forged = await arrive(`data-identity='${JSON.stringify({ ...identity, hash: 'f'.repeat(64) })}'`);
  await forged.chat.dialog.getByLabel('Message').waitFor();
  await eventually(() => expect(forged.warnings.join()).toContain('signature of the identity is wrong'), 10_000);
  for (const context of contexts) await context.close();
}, 120_000);

test('a page that no tenant allows shows nothing, and the console says why', async () => {
  const page = await visitSite(browser);
  const said = page.waitForEvent('console', (message) => message.text().includes('is not among the websites that may show this chat'));
  await page.goto(pageOf(site.stranger, summit));
  await said;
  expect(await page.locator('chat-widget').count()).toBe(0);
  await page.context().close();
}, 60_000);

test('it is one small file that leaves one name in the page, and a strict policy lets it work', async () => {
  const page = await visitSite(browser);
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await page.goto(pageOf(site.origin, summit, { strict: '' }));
  const chat = chatOn(page);
  await chat.open();
  await chat.dialog.getByLabel('Message').waitFor();
  expect(refused).toEqual([]);
  expect(await chat.dialog.evaluate((element) => getComputedStyle(element).position)).toBe('fixed');
  const left = await page.evaluate(() => {
    const clean = document.createElement('iframe');
    document.body.append(clean);
    return Object.keys(window).filter((name) => !(name in clean.contentWindow!) && !/^\d+$/.test(name));
  });
  expect(left).toEqual(['chatWidget']);
  const source = await staff.page.evaluate(async () => (await fetch('/x/chat/widget.js')).text());
  expect(gzipSync(source).length).toBeLessThan(30_000);
  await page.context().close();
}, 60_000);
