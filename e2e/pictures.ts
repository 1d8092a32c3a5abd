import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { ask } from './ask.ts';
import { bright, open, openBrowser, settled, signIn, summit, visit } from './browser.ts';
import { googleContacts } from './google-contacts.ts';

type Save = (name: string, page: Page) => Promise<void>;
const wide = { width: 1360, height: 800 };
const half = { width: 820, height: 560 };
const phone = { width: 390, height: 760 };

/**
 * Takes the pictures that the README shows, of a product that runs with the demo's tenants.
 * @returns the files written, with their sizes in bytes
 */
export async function takePictures(folder: string): Promise<{ file: string; bytes: number }[]> {
  await mkdir(folder, { recursive: true });
  const written: { file: string; bytes: number }[] = [];
  const save: Save = async (name, page) => {
    const bytes = await shot(page);
    written.push({ file: `${name}.png`, bytes: bytes.length });
    await writeFile(path.join(folder, `${name}.png`), bytes);
  };
  const browser = await openBrowser();
  try {
    await twoBrands(browser, save);
    await screens(browser, save);
    await languages(browser, save);
  } finally {
    await browser.close();
  }
  return written;
}

/** What the window shows once it has come to rest: fonts are there, nothing loads, moves, blinks or is pointed at. */
async function shot(page: Page): Promise<Buffer> {
  await page.mouse.move(0, 0);
  await settled(page);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle');
  return page.screenshot({ animations: 'disabled', caret: 'hide' });
}

async function twoBrands(browser: Browser, save: Save): Promise<void> {
  const pictures: string[] = [];
  for (const tenant of [summit, bright]) {
    const page = await signIn(await visit(browser, tenant, { viewport: half }), tenant);
    await open(page, '/');
    pictures.push((await shot(page)).toString('base64'));
    await page.context().close();
  }
  const frame = await browser.newPage({ viewport: { width: half.width * 2 + 72, height: half.height + 48 } });
  const images = pictures.map((data) => `<img src="data:image/png;base64,${data}">`).join('');
  const style =
    'body{margin:0;padding:24px;display:flex;gap:24px;background:#e9eaee}img{border-radius:10px;box-shadow:0 1px 2px #0002,0 8px 24px #0002}';
  await frame.setContent(`<style>${style}</style>${images}`);
  await save('two-brands', frame);
  await frame.close();
}

async function screens(browser: Browser, save: Save): Promise<void> {
  const visitor = await visit(browser, bright, { viewport: wide });
  await open(visitor, '/sign-in');
  await save('sign-in', visitor);
  await visitor.context().close();
  await booking(browser, save);

  const page = await signIn(await visit(browser, summit, { viewport: wide }), summit);
  await open(page, '/clients');
  await save('clients', page);
  await open(page, '/clients?form=board');
  await save('board', page);
  const busy = await busyClient(page);
  await open(page, busy);
  await save('client', page);
  await open(page, '/settings/roles');
  await save('roles', page);
  await open(page, '/settings/brand');
  await save('brand-editor', page);
  await importPreview(page, save);
  const strategy = await busyStrategy(page);
  for (const [name, path] of [
    ['calendar', '/bookings?form=week'],
    ['event-types', '/bookings/event-types'],
    ['analytics', '/analytics'],
    ['strategies', '/strategies'],
    ['strategy', strategy],
    ['results', `${strategy}/results`],
    ['enrolments', '/strategies/enrolments'],
    ['webhooks', '/webhooks/events'],
  ] as const) {
    await open(page, path);
    await save(name, page);
  }
  await open(page, await busyConversation(page));
  await save('inbox', page);

  await page.setViewportSize(phone);
  await open(page, '/clients');
  await save('phone', page);
  await open(page, busy);
  await save('phone-client', page);
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, '/');
  await save('dark', page);
  await page.context().close();

  const dark = await signIn(await visit(browser, bright, { viewport: wide, colorScheme: 'dark' }), bright);
  await open(dark, '/clients?form=board');
  await save('dark-board', dark);
  await dark.context().close();
}

/** The page on which visitors book, and the same on a phone in the dark. */
async function booking(browser: Browser, save: Save): Promise<void> {
  for (const [name, options] of [['booking', { viewport: wide }], ['phone-booking', { viewport: phone, colorScheme: 'dark' as const }]] as const) {
    const page = await visit(browser, bright, options);
    await open(page, '/book');
    await page.locator('main a[href^="/book/"]').first().click();
    await page.getByRole('grid').first().waitFor();
    await save(name, page);
    await page.context().close();
  }
}

/** The conversation with the most to read among the latest. */
async function busyConversation(page: Page): Promise<string> {
  const { items } = await ask<{ items: { id: number; lastSequence?: number }[] }>(page, 'GET', '/chat/conversations?limit=20');
  return `/chat/${items.sort((a, b) => (b.lastSequence ?? 0) - (a.lastSequence ?? 0))[0]?.id}`;
}

/** The strategy that most clients were enrolled in. */
async function busyStrategy(page: Page): Promise<string> {
  const { items } = await ask<{ items: { id: number; results: { enrolled: number } }[] }>(page, 'GET', '/strategies?limit=20');
  return `/strategies/${items.sort((a, b) => b.results.enrolled - a.results.enrolled)[0]?.id}`;
}

/** A client with something to do: one that somebody has an open task with. */
async function busyClient(page: Page): Promise<string> {
  const { items } = await ask<{ items: { clientId: number }[] }>(page, 'GET', '/clients/tasks?limit=1');
  return `/clients/${items[0]?.clientId}`;
}

async function importPreview(page: Page, save: Save): Promise<void> {
  await open(page, '/clients/import');
  const { csv } = googleContacts(2_000, 'Olive Nowak');
  await page.locator('input[type=file]').setInputFiles({ name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Import 2,000 rows' }).waitFor();
  await save('import', page);
}

async function languages(browser: Browser, save: Save): Promise<void> {
  const page = await signIn(await visit(browser, bright, { viewport: wide }), bright, 'manager');
  await speak(page, 'ar');
  await open(page, '/clients');
  await save('arabic', page);
  await open(page, await busyStrategy(page));
  await save('arabic-strategy', page);
  await open(page, await busyConversation(page));
  await save('arabic-inbox', page);
  await open(page, '/analytics');
  await save('arabic-analytics', page);
  await speak(page, null);
  await page.context().close();
}

/** Sets the language of whoever is signed in, as the account menu does. */
async function speak(page: Page, locale: 'ar' | null): Promise<void> {
  const { version } = await ask<{ version: number }>(page, 'GET', '/auth/profile');
  await ask(page, 'PATCH', '/auth/profile', { version, locale });
}
