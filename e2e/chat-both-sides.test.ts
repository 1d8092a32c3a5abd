import type { Browser, Page } from '@playwright/test';
import { eventually } from '../core/testing/eventually.ts';
import { bright, open, openBrowser, signIn, summit, visit, type DemoTenant } from './browser.ts';
import { chatOn, openForeignSite, pageOf, staffOf, visitSite, type ForeignSite, type Staff } from './chat-site.ts';

let browser: Browser;
let site: ForeignSite;
let staff: Staff;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openForeignSite()]);
  staff = await staffOf(browser, summit);
  await staff.settings({ askName: 'no', askEmail: 'no', questions: [], hours: [], allowedOrigins: [site.origin] });
}, 180_000);
afterAll(async () => {
  await staff?.leave();
  await browser?.close();
  await site?.close();
});

/** Staff in their inbox, in a browser of their own. */
async function inboxOf(tenant: DemoTenant): Promise<Page> {
  const page = await signIn(await visit(browser, tenant, { viewport: { width: 1440, height: 900 } }), tenant);
  await open(page, '/chat');
  return page;
}

test('a visitor on a foreign page and staff in the inbox talk while the network is cut on one side, the other and both', async () => {
  const [inbox, others] = await Promise.all([inboxOf(summit), inboxOf(bright)]);
  const visitor = await visitSite(browser);
  await visitor.goto(pageOf(site.origin, summit));
  const chat = chatOn(visitor);
  await chat.open();
  const first = `Is anybody there? ${Date.now().toString(36)}`;
  await chat.say(first);
  await inbox.getByRole('region', { name: 'Conversations' }).getByRole('link').filter({ hasText: first }).click();
  const log = inbox.getByRole('log');
  await log.getByText(first).waitFor();
  const reply = inbox.getByRole('textbox', { name: 'Reply' });
  const answer = async (text: string) => {
    await reply.fill(text);
    await reply.press('Enter');
  };
  const seenByStaff = () => log.locator('[data-sequence] .whitespace-pre-wrap, [data-outgoing] .whitespace-pre-wrap').allInnerTexts();

  const cuts = { visitor: [visitor], staff: [inbox], both: [visitor, inbox] };
  const written = [first];
  for (const [side, pages] of Object.entries(cuts)) {
    for (const page of pages) await page.context().setOffline(true);
    for (const part of ['one', 'two']) {
      await chat.say(`Visitor, ${side} cut, ${part}`);
      await answer(`Staff, ${side} cut, ${part}`);
      written.push(`Visitor, ${side} cut, ${part}`, `Staff, ${side} cut, ${part}`);
    }
    for (const page of pages) await page.context().setOffline(false);
    await eventually(async () => {
      const [one, other] = [await chat.shown(), await seenByStaff()];
      expect([...one].sort()).toEqual([...written].sort());
      expect(other).toEqual(one);
    }, 60_000);
  }
  const order = (await chat.shown()).map((text) => written.indexOf(text));
  for (const who of [0, 1]) {
    const own = order.filter((at) => at > 0 && at % 2 === who);
    expect(own).toEqual([...own].sort((one, other) => one - other));
  }
  expect(await chat.dialog.getByText(/Sending|Will be sent|Not sent/).count()).toBe(0);

  await visitor.reload();
  await chat.open();
  await eventually(async () => expect(await chat.shown()).toHaveLength(written.length), 20_000);
  await others.reload();
  await others.getByRole('region', { name: 'Conversations' }).waitFor();
  expect(await others.getByText(first).count()).toBe(0);
  for (const page of [visitor, inbox, others]) await page.context().close();
}, 300_000);
