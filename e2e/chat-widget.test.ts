import type { Browser } from '@playwright/test';
import { eventually } from '../core/testing/eventually.ts';
import { bright, openBrowser, summit } from './browser.ts';
import { chatOn, openForeignSite, pageOf, staffOf, visitSite, type ForeignSite, type Staff } from './chat-site.ts';

const always = { greeting: 'Hello from the roof crew.', askName: 'optional', askEmail: 'optional', questions: ['What is it about? [Repair | New roof] *'], hours: [] as string[] };
const plain = { askName: 'no', askEmail: 'no', questions: [], hours: [] };

let browser: Browser;
let site: ForeignSite;
let staff: Staff;
let others: Staff;
beforeAll(async () => {
  [browser, site] = await Promise.all([openBrowser(), openForeignSite()]);
  staff = await staffOf(browser, summit);
  others = await staffOf(browser, bright);
  await staff.settings({ ...always, allowedOrigins: [site.origin] });
  await others.settings({ ...plain, allowedOrigins: [site.origin] });
}, 180_000);
afterAll(async () => {
  await Promise.all([staff?.leave(), others?.leave()]);
  await browser?.close();
  await site?.close();
});

async function visitWith(options?: Parameters<typeof visitSite>[1]) {
  const page = await visitSite(browser, options);
  await page.goto(pageOf(site.origin, summit));
  return { page, chat: chatOn(page) };
}
/** Somebody whose first message was confirmed. */
async function talking(text: string) {
  const { page, chat } = await visitWith();
  await chat.open();
  await chat.dialog.getByLabel('What is it about?').selectOption('Repair');
  await chat.dialog.getByLabel('Message').fill(text);
  await chat.dialog.getByRole('button', { name: 'Start the chat' }).click();
  await chat.confirmed(text).waitFor();
  const { id } = await eventually(() => staff.conversation(text), 20_000);
  return { page, chat, id };
}
const alike = (chat: ReturnType<typeof chatOn>, said: readonly string[]) => eventually(async () => expect(await chat.shown()).toEqual(said), 40_000);

test('a visitor of a foreign page asks, staff answer, and both see each other write', async () => {
  const { page, chat } = await visitWith();
  await chat.open();
  await chat.dialog.getByLabel('E-mail address').fill('nora.vidal@garden.example');
  await chat.dialog.getByRole('button', { name: 'Start the chat' }).click();
  await chat.dialog.getByText('Please fill this in').first().waitFor();
  await chat.dialog.getByLabel('Name').fill('Nora Vidal');
  await chat.dialog.getByLabel('What is it about?').selectOption('New roof');
  await chat.dialog.getByLabel('Message').fill('Could you look at <b>our roof</b>? See www.garden.example/roof.');
  await chat.dialog.getByRole('button', { name: 'Start the chat' }).click();
  await chat.log.getByText('Hello from the roof crew.').waitFor();
  await chat.confirmed('Could you look at <b>our roof</b>?').waitFor();
  expect(await chat.log.getByRole('link').getAttribute('href')).toBe('https://www.garden.example/roof');
  const { id, visitor } = await eventually(() => staff.conversation('Could you look'), 20_000);
  expect(visitor).toMatchObject({ name: 'Nora Vidal', email: 'nora.vidal@garden.example', verified: false, answers: { 'What is it about?': 'New roof' }, page: `${site.origin}/shop` });

  await staff.call('POST', `/chat/conversations/${id}/typing`, { typing: true });
  await chat.log.getByText('is writing').waitFor();
  await staff.answer(id, 'On Monday at nine.');
  await chat.theirs('On Monday at nine.').waitFor();
  await eventually(async () => expect((await staff.call('GET', `/chat/conversations/${id}`)).clientReadSequence).toBeGreaterThan(1), 20_000);
  const typing = page.waitForRequest((request) => request.url().endsWith('/chat/visitor/typing') && request.postData() === '{"typing":true}');
  await chat.write.pressSequentially('Fine');
  await typing;

  await page.keyboard.press('Escape');
  await staff.answer(id, 'Will you be at home?');
  await chat.root.getByRole('button', { name: 'Unread messages: 1' }).click();
  await chat.theirs('Will you be at home?').waitFor();
  await page.context().close();
}, 120_000);

test('the network is cut and restored on both sides: nothing is lost, nothing doubled, the order stays', async () => {
  const { page, chat, id } = await talking('Before the cut');
  const said = ['Before the cut'];
  for (const round of [1, 2, 3]) {
    await page.context().setOffline(true);
    await chat.say(`Written offline ${round}a`);
    await chat.say(`Written offline ${round}b`);
    await chat.dialog.getByText('No connection.').waitFor();
    await staff.answer(id, `Answered meanwhile ${round}`);
    await page.context().setOffline(false);
    for (const part of ['a', 'b']) await chat.confirmed(`Written offline ${round}${part}`).waitFor();
    said.push(`Answered meanwhile ${round}`, `Written offline ${round}a`, `Written offline ${round}b`);

    await staff.page.context().setOffline(true);
    const key = crypto.randomUUID();
    await expect(staff.answer(id, `From the tunnel ${round}`, key)).rejects.toThrow();
    await chat.say(`Still there ${round}?`);
    await chat.confirmed(`Still there ${round}?`).waitFor();
    await staff.page.context().setOffline(false);
    // Nobody knows whether the first try arrived: the same key again is the same message.
    for (const _ of [1, 2]) await staff.answer(id, `From the tunnel ${round}`, key);
    said.push(`Still there ${round}?`, `From the tunnel ${round}`);
    await alike(chat, said);
  }
  expect(await staff.said(id)).toEqual(said);
  await page.context().close();
}, 240_000);

test('what was sent and never confirmed goes out once, also after a reload', async () => {
  const { page, chat, id } = await talking('Reload me');
  const door = '**/chat/visitor/messages';
  // The server takes it, the answer gets lost.
  await page.evaluate(() => {
    const send = window.fetch;
    window.fetch = async (...call) => {
      const answer = await send(...call);
      if (call[1]?.method === 'POST') throw new TypeError('lost');
      return answer;
    };
  });
  await chat.say('Taken and not told');
  await eventually(async () => expect(await staff.said(id)).toContain('Taken and not told'), 20_000);
  await page.route(door, (route) => route.abort());
  await chat.say('Never left');
  await chat.write.fill('Half a sent');
  await page.reload();
  await page.unroute(door);
  await chat.open();
  await chat.confirmed('Never left').waitFor();
  await alike(chat, ['Reload me', 'Taken and not told', 'Never left']);
  expect(await chat.write.inputValue()).toBe('Half a sent');
  expect(await staff.said(id)).toEqual(['Reload me', 'Taken and not told', 'Never left']);
  await page.context().close();
}, 120_000);

test('where a proxy lets no stream through, answers come by asking', async () => {
  const { page, chat, id } = await talking('Behind a proxy');
  await page.route('**/chat/visitor/stream?*', (route) => route.abort());
  await page.reload();
  await chat.open();
  await chat.confirmed('Behind a proxy').waitFor();
  for (const text of ['Found by asking', 'And once more']) {
    await staff.answer(id, text);
    await chat.theirs(text).waitFor();
  }
  await alike(chat, ['Behind a proxy', 'Found by asking', 'And once more']);
  await page.context().close();
}, 120_000);

test('other pages and tabs go on with the conversation, and no other tenant’s chat knows of it', async () => {
  const { page, chat, id } = await talking('In two tabs');
  const second = await page.context().newPage();
  await second.goto(`${pageOf(site.origin, summit)}&page=other`);
  const other = chatOn(second);
  await other.open();
  await other.confirmed('In two tabs').waitFor();
  await other.say('From the second tab');
  await chat.confirmed('From the second tab').waitFor();
  await staff.answer(id, 'To both of you');
  for (const each of [chat, other]) await alike(each, ['In two tabs', 'From the second tab', 'To both of you']);

  const elsewhere = await page.context().newPage();
  await elsewhere.goto(pageOf(site.origin, bright));
  const theirs = chatOn(elsewhere);
  await theirs.open();
  await theirs.write.waitFor();
  expect(await theirs.shown()).toEqual([]);
  await theirs.say('For the dentist alone');
  await theirs.confirmed('For the dentist alone').waitFor();
  await expect(staff.conversation('For the dentist alone')).rejects.toThrow();
  expect(await chat.shown()).not.toContain('For the dentist alone');
  await page.context().close();
}, 120_000);

test('a picture and a file are sent along; what is too large says so', async () => {
  const { page, chat } = await talking('With files');
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR4nGP8z8DAwMDAxMDAwMDAAAANHQEDasKb6QAAAABJRU5ErkJggg==', 'base64');
  const files = [
    { name: 'roof.png', mimeType: 'image/png', buffer: png },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('Two tiles are missing') },
    { name: 'film.bin', mimeType: 'application/octet-stream', buffer: Buffer.alloc(9 * 1024 * 1024) },
  ];
  await chat.dialog.locator('input[type=file]').setInputFiles(files);
  await chat.dialog.getByText(/Larger than/).waitFor();
  await chat.dialog.getByRole('button', { name: 'Remove film.bin' }).click();
  await chat.dialog.locator('[aria-busy]').first().waitFor({ state: 'detached' });
  await chat.write.press('Enter');
  await page.reload();
  await chat.open();
  await eventually(async () => expect(await chat.log.getByAltText('Picture roof.png').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0), 20_000);
  const saving = page.waitForEvent('download');
  await chat.log.getByRole('button', { name: 'Download notes.txt' }).click();
  expect((await saving).suggestedFilename()).toBe('notes.txt');
  await page.context().close();
}, 120_000);

test('outside office hours a message is left by a form, kept while offline, and answered where the visitor comes back', async () => {
  await staff.settings({ ...always, allowedOrigins: [site.origin], hours: [hoursElsewhen()] });
  const { page, chat } = await visitWith();
  await chat.open();
  await chat.dialog.getByText(/We are back .+/).waitFor();
  await chat.dialog.getByLabel('Name').fill('Otto Late');
  await chat.dialog.getByLabel('E-mail address').fill('otto@garden.example');
  await chat.dialog.getByLabel('What is it about?').selectOption('Repair');
  await chat.dialog.getByLabel('Message').fill('Please call me back');
  await page.context().setOffline(true);
  await chat.dialog.getByRole('button', { name: 'Send message' }).click();
  await chat.dialog.getByText('Your message is kept').waitFor();
  await page.context().setOffline(false);
  await chat.dialog.getByText('We answer to otto@garden.example').waitFor();
  const { id, visitor } = await eventually(() => staff.conversation('Please call me back'), 20_000);
  expect(visitor).toMatchObject({ name: 'Otto Late', email: 'otto@garden.example', answers: { 'What is it about?': 'Repair' } });
  await staff.answer(id, 'We call you at nine.');
  await page.reload();
  await chat.open();
  await alike(chat, ['Please call me back', 'We call you at nine.']);
  await staff.settings({ ...always, allowedOrigins: [site.origin] });
  await page.context().close();
}, 120_000);

/** An hour three days from now, so never this one. */
function hoursElsewhen(): string {
  const day = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][(new Date().getUTCDay() + 3) % 7];
  return `${day} 10:00-11:00`;
}
