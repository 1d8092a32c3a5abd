import { ask } from './ask.ts';
import { open, signIn, summit, visit } from './browser.ts';
import { begin, list, log, named, openInbox, reply, row, shown, until, type Inbox } from './chat-inbox.ts';
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

/** Takes back by the toast that says so; others may lie beneath it. */
const undoIn = (said: string) => page.locator('[data-sonner-toast]', { hasText: said }).getByRole('button', { name: 'Undo' }).click();

test('what a visitor writes appears while one looks, is answered, and the answer reaches them', async () => {
  const name = named('Ada');
  await open(page, '/chat');
  const visitor = await Visitor.arrive(street, name);
  await visitor.say('Do you repair slate?');
  await row(name, page).filter({ hasText: 'Unread' }).waitFor();
  await page.waitForFunction(() => /^\(\d+\+?\) /.test(document.title));
  await row(name, page).click();
  await page.waitForURL(/\/chat\/\d+$/);
  await log(page).getByText('Do you repair slate?').waitFor();
  await row(name, page).filter({ hasNotText: 'Unread' }).waitFor();
  await visitor.typing();
  await page.getByText(`${name} is typing`).waitFor();

  await reply(page).fill('Yes, every week.');
  await reply(page).press('Shift+Enter');
  await reply(page).pressSequentially('When shall we come?');
  await reply(page).press('Enter');
  await log(page).getByText('When shall we come?').waitFor();
  expect(await reply(page).inputValue()).toBe('');
  await until(page, async () => (await visitor.hears()).includes('Yes, every week.\nWhen shall we come?'));
  await visitor.say('Tomorrow');
  await log(page).getByText('Tomorrow').waitFor();
  expect(await shown(page)).toEqual(['Do you repair slate?', 'Yes, every week.\nWhen shall we come?', 'Tomorrow']);
}, 120_000);

test('a note is for colleagues: it looks different, reaches the bell of whom it names, and never the visitor', async () => {
  const visitor = await begin(inbox, named('Bela'));
  const other = await signIn(await visit(browser, summit), summit, 'manager');
  await open(other, '/');
  await page.getByRole('tab', { name: 'Note' }).click();
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.pressSequentially('Please call, @');
  const person = page.getByRole('listbox', { name: 'People' }).getByRole('option');
  await person.first().waitFor();
  const me = (await ask<{ user: { name: string } }>(other, 'GET', '/me')).user.name;
  await note.pressSequentially(me.slice(0, 4));
  await person.filter({ hasText: me }).waitFor();
  await note.press('Enter');
  await note.press('Enter');
  await log(page).getByText('Private note').waitFor();
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
  await begin(inbox, name);
  await page.getByRole('button', { name: /^Assigned to/ }).click();
  await page.getByRole('combobox', { name: 'Assign to' }).fill('Elena');
  await page.getByRole('option', { name: /Elena/ }).click();
  await page.getByRole('button', { name: 'Assigned to: Elena Vargas' }).waitFor();
  await log(page).getByText(/assigned this to Elena Vargas/).waitFor();

  await page.getByRole('button', { name: 'Labels', exact: true }).click();
  await page.getByRole('option', { name: 'Warranty' }).click();
  await page.keyboard.press('Escape');
  await row(name, page).filter({ hasText: 'Warranty' }).waitFor();

  await page.getByRole('button', { name: 'Snooze', exact: true }).click();
  // The moment is told with its zone.
  await page.getByRole('button', { name: /Tomorrow morning.*(GMT|UTC|[A-Z]{3,4})/ }).click();
  await page.getByRole('heading', { level: 2 }).getByText('Snoozed').waitFor();
  await row(name, page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Reopen' }).click();
  await row(name, page).waitFor();

  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await row(name, page).waitFor({ state: 'detached' });
  await undoIn('Conversation closed');
  await row(name, page).waitFor();
}, 150_000);

test('a reply kept ready is found by a slash, with the name of the client in it', async () => {
  await begin(inbox, named('Dora'));
  await reply(page).pressSequentially('/than');
  await page.getByRole('listbox', { name: 'Canned replies' }).getByRole('option', { name: /thanks/ }).waitFor();
  await reply(page).press('Enter');
  await until(page, async () => /^Thank you/.test(await reply(page).inputValue()));
  expect(await reply(page).inputValue()).not.toContain('{{');
  // What was typed is still there after looking elsewhere.
  const address = page.url();
  await open(page, '/chat');
  await page.goto(address);
  await until(page, async () => /^Thank you/.test(await reply(page).inputValue()));
}, 120_000);

test('files are dropped onto the conversation, and a picture shows itself', async () => {
  await begin(inbox, named('Emil'));
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC';
  const files = await page.evaluateHandle((encoded) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0))], 'roof.png', { type: 'image/png' }));
    transfer.items.add(new File(['Measured on Tuesday'], 'notes.txt', { type: 'text/plain' }));
    return transfer;
  }, png);
  await log(page).dispatchEvent('dragover', { dataTransfer: files });
  await page.getByText('Drop files to attach them').waitFor();
  await log(page).dispatchEvent('drop', { dataTransfer: files });
  const waiting = page.getByRole('list', { name: 'Files to send' });
  await waiting.getByText('roof.png').waitFor();
  await page.waitForFunction(() => document.querySelector('[role=progressbar]') === null);
  await reply(page).press('Enter');
  await log(page).getByRole('button', { name: 'Download notes.txt' }).waitFor();
  const picture = log(page).getByRole('img', { name: 'roof.png' });
  await picture.waitFor();
  await page.waitForFunction((image) => (image as HTMLImageElement).naturalWidth > 0, await picture.elementHandle());
}, 120_000);

test('several are chosen and closed at once, and come back from the toast', async () => {
  const names = ['Finn', 'Gala', 'Hugo'].map(named);
  for (const name of names) await (await Visitor.arrive(street, name)).say('Just a question');
  await open(page, '/chat');
  for (const name of names) await list(page).getByRole('checkbox', { name: new RegExp(name) }).click();
  await page.getByRole('toolbar').getByText('3 selected').waitFor();
  await page.getByRole('toolbar').getByRole('button', { name: 'Close', exact: true }).click();
  for (const name of names) await row(name, page).waitFor({ state: 'detached' });
  await undoIn('3 conversations closed');
  for (const name of names) await row(name, page).waitFor();
}, 120_000);
