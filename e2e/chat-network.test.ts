import { begin, log, named, openInbox, reply, shown, type Inbox } from './chat-inbox.ts';

let inbox: Inbox;
let page: Inbox['page'];

beforeAll(async () => {
  inbox = await openInbox();
  ({ page } = inbox);
}, 180_000);
afterAll(() => inbox?.browser.close());

test('with the network cut and restored nothing is lost and nothing is twice', async () => {
  const visitor = await begin(inbox, named('Ines'), 'First');
  await page.context().setOffline(true);
  for (const text of ['From the cellar', 'From the roof']) {
    await reply(page).fill(text);
    await reply(page).press('Enter');
  }
  await page.locator('[data-outgoing=waiting]').first().waitFor();
  for (const text of ['Second', 'Third', 'Fourth']) await visitor.say(text);
  await page.context().setOffline(false);
  await log(page).getByText('Fourth').waitFor();
  await page.waitForFunction(() => document.querySelector('[data-outgoing]') === null);
  await visitor.say('Last');
  await log(page).getByText('Last').waitFor();
  const all = await visitor.hears();
  expect([...all].sort()).toEqual(['First', 'Fourth', 'From the cellar', 'From the roof', 'Last', 'Second', 'Third']);
  expect(all.indexOf('From the cellar')).toBeLessThan(all.indexOf('From the roof'));
  expect(await shown(page)).toEqual(all);
}, 150_000);

test('a message that was sent while the page was closed by the network goes out after loading again, once', async () => {
  const visitor = await begin(inbox, named('Jana'), 'Anybody?');
  await page.route('**/api/v1/chat/conversations/*/messages', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await reply(page).fill('Written before the reload');
  await reply(page).press('Enter');
  await page.locator('[data-outgoing=waiting]').waitFor();
  await page.unroute('**/api/v1/chat/conversations/*/messages');
  await page.reload();
  await log(page).getByText('Written before the reload').waitFor();
  await page.waitForFunction(() => document.querySelector('[data-outgoing]') === null);
  expect(await visitor.hears()).toEqual(['Anybody?', 'Written before the reload']);
}, 120_000);
