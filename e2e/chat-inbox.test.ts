import type { Browser, Page } from '@playwright/test';
import { bright, open, openBrowser, settled, signIn, summit, visit } from './browser.ts';
import { Visitor } from './chat-visitor.ts';

let browser: Browser;
/** An admin of Summit in the inbox, and a bystander page of the same host that visitors speak from. */
let page: Page;
let street: Page;
const run = Date.now().toString(36);
const named = (who: string) => `${who} ${run}`;

beforeAll(async () => {
  browser = await openBrowser();
  [page, street] = await Promise.all([visit(browser, summit, { viewport: { width: 1440, height: 900 } }), visit(browser, summit)]);
  await signIn(page, summit);
  await street.goto('/sign-in');
}, 180_000);
afterAll(() => browser?.close());

const list = (on = page) => on.getByRole('region', { name: 'Conversations' });
const row = (name: string, on = page) => list(on).getByRole('link', { name: new RegExp(name) });
const log = (on = page) => on.getByRole('log');
const reply = (on = page) => on.getByRole('textbox', { name: 'Reply' });
/** The texts of a conversation in the order they are shown. */
const shown = (on = page) => log(on).locator('[data-sequence] .whitespace-pre-wrap, [data-outgoing] .whitespace-pre-wrap').allInnerTexts();
const until = async (what: () => Promise<boolean>) => {
  for (let tries = 0; tries < 80; tries++) {
    if (await what()) return;
    await page.waitForTimeout(250);
  }
  throw new Error('It did not come to pass within 20 s.');
};

/** A visitor who has written once, with their conversation open in the inbox. */
async function begin(name: string, text = 'Hello, is anybody there?', on = page): Promise<Visitor> {
  const visitor = await Visitor.arrive(street, name);
  await visitor.say(text);
  await open(on, '/chat');
  await row(name, on).click();
  await log(on).getByText(text).waitFor();
  return visitor;
}

test('what a visitor writes appears while one looks, is answered, and the answer reaches them', async () => {
  const name = named('Ada');
  await open(page, '/chat');
  const visitor = await Visitor.arrive(street, name);
  await visitor.say('Do you repair slate?');
  await row(name).filter({ hasText: 'Unread' }).waitFor();
  await page.waitForFunction(() => /^\(\d+\+?\) /.test(document.title));
  await row(name).click();
  await page.waitForURL(/\/chat\/\d+$/);
  await log().getByText('Do you repair slate?').waitFor();
  await row(name).filter({ hasNotText: 'Unread' }).waitFor();
  await visitor.typing();
  await page.getByText(`${name} is typing`).waitFor();

  await reply().fill('Yes, every week.');
  await reply().press('Shift+Enter');
  await reply().pressSequentially('When shall we come?');
  await reply().press('Enter');
  await log().getByText('When shall we come?').waitFor();
  expect(await reply().inputValue()).toBe('');
  await until(async () => (await visitor.hears()).includes('Yes, every week.\nWhen shall we come?'));
  await visitor.say('Tomorrow');
  await log().getByText('Tomorrow').waitFor();
  expect(await shown()).toEqual(['Do you repair slate?', 'Yes, every week.\nWhen shall we come?', 'Tomorrow']);
}, 120_000);

test('a note is for colleagues: it looks different, reaches the bell of whom it names, and never the visitor', async () => {
  const visitor = await begin(named('Bela'));
  const other = await signIn(await visit(browser, summit), summit, 'manager');
  await open(other, '/');
  await page.getByRole('tab', { name: 'Note' }).click();
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.pressSequentially('Please call, @');
  const person = page.getByRole('listbox', { name: 'People' }).getByRole('option');
  await person.first().waitFor();
  const me = await other.evaluate(async () => ((await (await fetch('/api/v1/me')).json()) as { user: { name: string } }).user.name);
  await note.pressSequentially(me.slice(0, 4));
  await person.filter({ hasText: me }).waitFor();
  await note.press('Enter');
  await note.press('Enter');
  await log().getByText('Private note').waitFor();
  await other.getByRole('button', { name: /Notifications: \d+ unread/ }).first().click();
  const told = other.getByRole('dialog').getByRole('link', { name: /mentioned you/ }).first();
  await told.click();
  await other.waitForURL(/\/chat\/\d+/);
  await log(other).getByText('Please call').waitFor();
  expect((await visitor.hears()).join()).not.toContain('Please call');
  await other.context().close();
}, 150_000);

test('it is given to somebody, labelled, snoozed and closed, and the toast takes closing back', async () => {
  const name = named('Cleo');
  await begin(name);
  await page.getByRole('button', { name: /^Assigned to/ }).click();
  await page.getByRole('combobox', { name: 'Assign to' }).fill('Elena');
  await page.getByRole('option', { name: /Elena/ }).click();
  await page.getByRole('button', { name: 'Assigned to: Elena Vargas' }).waitFor();
  await log().getByText(/assigned this to Elena Vargas/).waitFor();

  await page.getByRole('button', { name: 'Labels', exact: true }).click();
  await page.getByRole('option', { name: 'Warranty' }).click();
  await page.keyboard.press('Escape');
  await row(name).filter({ hasText: 'Warranty' }).waitFor();

  await page.getByRole('button', { name: 'Snooze', exact: true }).click();
  // The moment is told with its zone.
  await page.getByRole('button', { name: /Tomorrow morning.*(GMT|UTC|[A-Z]{3,4})/ }).click();
  await page.getByRole('heading', { level: 2 }).getByText('Snoozed').waitFor();
  await row(name).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Reopen' }).click();
  await row(name).waitFor();

  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await row(name).waitFor({ state: 'detached' });
  await page.getByText('Conversation closed').waitFor();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await row(name).waitFor();
}, 150_000);

test('a reply kept ready is found by a slash, with the name of the client in it', async () => {
  await begin(named('Dora'));
  await reply().pressSequentially('/than');
  await page.getByRole('listbox', { name: 'Canned replies' }).getByRole('option', { name: /thanks/ }).waitFor();
  await reply().press('Enter');
  await until(async () => /^Thank you/.test(await reply().inputValue()));
  expect(await reply().inputValue()).not.toContain('{{');
  // What was typed is still there after looking elsewhere.
  const address = page.url();
  await open(page, '/chat');
  await page.goto(address);
  await until(async () => /^Thank you/.test(await reply().inputValue()));
}, 120_000);

test('files are dropped onto the conversation, and a picture shows itself', async () => {
  await begin(named('Emil'));
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC';
  const files = await page.evaluateHandle((encoded) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0))], 'roof.png', { type: 'image/png' }));
    transfer.items.add(new File(['Measured on Tuesday'], 'notes.txt', { type: 'text/plain' }));
    return transfer;
  }, png);
  await log().dispatchEvent('dragover', { dataTransfer: files });
  await page.getByText('Drop files to attach them').waitFor();
  await log().dispatchEvent('drop', { dataTransfer: files });
  const waiting = page.getByRole('list', { name: 'Files to send' });
  await waiting.getByText('roof.png').waitFor();
  await page.waitForFunction(() => document.querySelector('[role=progressbar]') === null);
  await reply().press('Enter');
  await log().getByRole('button', { name: 'Download notes.txt' }).waitFor();
  const picture = log().getByRole('img', { name: 'roof.png' });
  await picture.waitFor();
  await page.waitForFunction((image) => (image as HTMLImageElement).naturalWidth > 0, await picture.elementHandle());
}, 120_000);

test('several are chosen and closed at once, and come back from the toast', async () => {
  const names = ['Finn', 'Gala', 'Hugo'].map(named);
  for (const name of names) await (await Visitor.arrive(street, name)).say('Just a question');
  await open(page, '/chat');
  for (const name of names) await list().getByRole('checkbox', { name: new RegExp(name) }).click();
  await page.getByRole('toolbar').getByText('3 selected').waitFor();
  await page.getByRole('toolbar').getByRole('button', { name: 'Close', exact: true }).click();
  await page.getByText('3 conversations closed').waitFor();
  for (const name of names) await row(name).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).last().click();
  for (const name of names) await row(name).waitFor();
}, 120_000);

test('with the network cut and restored nothing is lost and nothing is twice', async () => {
  const visitor = await begin(named('Ines'), 'First');
  await page.context().setOffline(true);
  for (const text of ['From the cellar', 'From the roof']) {
    await reply().fill(text);
    await reply().press('Enter');
  }
  await page.locator('[data-outgoing=waiting]').first().waitFor();
  for (const text of ['Second', 'Third', 'Fourth']) await visitor.say(text);
  await page.context().setOffline(false);
  await log().getByText('Fourth').waitFor();
  await page.waitForFunction(() => document.querySelector('[data-outgoing]') === null);
  await visitor.say('Last');
  await log().getByText('Last').waitFor();
  const all = await visitor.hears();
  expect([...all].sort()).toEqual(['First', 'Fourth', 'From the cellar', 'From the roof', 'Last', 'Second', 'Third']);
  expect(all.indexOf('From the cellar')).toBeLessThan(all.indexOf('From the roof'));
  expect(await shown()).toEqual(all);
}, 150_000);

test('a message that was sent while the page was closed by the network goes out after loading again, once', async () => {
  const visitor = await begin(named('Jana'), 'Anybody?');
  await page.route('**/api/v1/chat/conversations/*/messages', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await reply().fill('Written before the reload');
  await reply().press('Enter');
  await page.locator('[data-outgoing=waiting]').waitFor();
  await page.unroute('**/api/v1/chat/conversations/*/messages');
  await page.reload();
  await log().getByText('Written before the reload').waitFor();
  await page.waitForFunction(() => document.querySelector('[data-outgoing]') === null);
  expect(await visitor.hears()).toEqual(['Anybody?', 'Written before the reload']);
}, 120_000);

test('the whole inbox is worked by keyboard', async () => {
  const [first, second] = [named('Kira'), named('Lars')];
  await (await Visitor.arrive(street, first)).say('I came first');
  const visitor = await Visitor.arrive(street, second);
  await visitor.say('I came last');
  await open(page, '/chat');
  await row(second).waitFor();
  await page.locator('#content').focus();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await press('j', 'j');
  await until(async () => (await focused()).includes(first));
  await press('k');
  await until(async () => (await focused()).includes(second));
  await press('Enter');
  await log().getByText('I came last').waitFor();
  await press('r');
  await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
  await page.keyboard.type('Answered without a mouse');
  await press('Enter');
  await until(async () => (await visitor.hears()).includes('Answered without a mouse'));
  await press('Escape', 'a');
  await page.getByRole('combobox', { name: 'Assign to' }).waitFor();
  await page.keyboard.type('Me');
  await page.getByRole('option', { name: /^Me/ }).waitFor();
  await press('Enter');
  await page.getByRole('button', { name: /^Assigned to: (?!Nobody)/ }).waitFor();
  await press('l');
  await page.getByRole('combobox', { name: 'Labels' }).waitFor();
  await page.keyboard.type('Estim');
  await press('Enter', 'Escape');
  await row(second).filter({ hasText: 'Estimate' }).waitFor();
  await press('?');
  await page.getByRole('dialog').getByText('Write a note').waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await press('e');
  await page.getByText('Conversation closed').first().waitFor();
  await row(second).waitFor({ state: 'detached' });
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
  await phone.context().close();
}, 120_000);

test('the other tenant sees none of it', async () => {
  const other = await signIn(await visit(browser, bright), bright);
  await open(other, '/chat');
  await settled(other);
  expect(await other.getByRole('main').innerText()).not.toContain(run);
  const id = page.url().match(/\d+$/)?.[0] ?? '1';
  await other.goto(`/chat/${id}`);
  const there = await other.evaluate(async (conversation) => (await fetch(`/api/v1/chat/conversations/${conversation}`)).status, id);
  expect([200, 404]).toContain(there);
  expect(await other.getByRole('main').innerText()).not.toContain(run);
  await other.context().close();
}, 120_000);
