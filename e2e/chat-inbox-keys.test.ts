import { told } from './ask.ts';
import { bright, open, settled, signIn, summit, visit } from './browser.ts';
import { list, log, named, openInbox, row, run, until, type Inbox } from './chat-inbox.ts';
import { Visitor } from './chat-visitor.ts';

let inbox: Inbox;
let browser: Inbox['browser'];
let page: Inbox['page'];
let street: Inbox['street'];

beforeAll(async () => {
  inbox = await openInbox();
  ({ browser, page, street } = inbox);
}, 180_000);
afterAll(() => inbox?.browser.close());

test('the whole inbox is worked by keyboard', async () => {
  const [first, second] = [named('Kira'), named('Lars')];
  await (await Visitor.arrive(street, first)).say('I came first');
  const visitor = await Visitor.arrive(street, second);
  await visitor.say('I came last');
  await open(page, '/chat');
  await row(second, page).waitFor();
  await page.locator('#content').focus();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await press('j', 'j');
  await until(page, async () => (await focused()).includes(first));
  await press('k');
  await until(page, async () => (await focused()).includes(second));
  await press('Enter');
  await log(page).getByText('I came last').waitFor();
  await press('r');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.keyboard.type('Answered without a mouse');
  await press('Enter');
  await until(page, async () => (await visitor.hears()).includes('Answered without a mouse'));
  await press('Escape', 'a');
  await page.getByRole('combobox', { name: 'Assign to' }).waitFor();
  await page.keyboard.type('Me');
  await page.getByRole('option', { name: /^Me/ }).waitFor();
  await press('Enter');
  await page.getByRole('button', { name: /^Assigned to: (?!Nobody)/ }).waitFor();
  // What was chosen shows at once; the next key is the page's own once the list is gone.
  await page.getByRole('combobox', { name: 'Assign to' }).waitFor({ state: 'detached' });
  await press('l');
  await page.getByRole('combobox', { name: 'Labels' }).waitFor();
  await page.keyboard.type('Estim');
  await press('Enter', 'Escape');
  await row(second, page).filter({ hasText: 'Estimate' }).waitFor();
  await page.getByRole('combobox', { name: 'Labels' }).waitFor({ state: 'detached' });
  await press('?');
  await page.getByRole('dialog').getByText('Write a note').waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await press('e');
  await page.getByText('Conversation closed').first().waitFor();
  await row(second, page).waitFor({ state: 'detached' });
}, 150_000);

test('on a phone there is one pane at a time, with a way back', async () => {
  const name = named('Mia');
  await (await Visitor.arrive(street, name)).say('From my phone');
  const phone = await visit(browser, summit, { viewport: { width: 390, height: 844 }, storageState: await page.context().storageState() });
  await open(phone, '/chat');
  await row(name, phone).click();
  await log(phone).getByText('From my phone').waitFor();
  expect(await list(phone).isVisible()).toBe(false);
  await phone.getByRole('button', { name: 'Back to the list' }).click();
  await row(name, phone).waitFor();
  expect(await log(phone).count()).toBe(0);
  await phone.goBack();
  await log(phone).getByText('From my phone').waitFor();
  await phone.context().close();
}, 120_000);

test('the other tenant sees none of it', async () => {
  const other = await signIn(await visit(browser, bright), bright);
  await open(other, '/chat');
  await settled(other);
  expect(await other.getByRole('main').innerText()).not.toContain(run);
  const id = page.url().match(/\d+$/)?.[0] ?? '1';
  await other.goto(`/chat/${id}`);
  const there = (await told(other, 'GET', `/chat/conversations/${id}`)).status;
  expect([200, 404]).toContain(there);
  expect(await other.getByRole('main').innerText()).not.toContain(run);
  await other.context().close();
}, 120_000);
