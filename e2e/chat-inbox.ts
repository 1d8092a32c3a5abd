import type { Browser, Page } from '@playwright/test';
import { open, openBrowser, signIn, summit, visit } from './browser.ts';
import { Visitor } from './chat-visitor.ts';

/** An admin of Summit in the inbox, and a bystander page of the same host that visitors speak from. */
export interface Inbox {
  browser: Browser;
  page: Page;
  street: Page;
}

export async function openInbox(): Promise<Inbox> {
  const browser = await openBrowser();
  const [page, street] = await Promise.all([visit(browser, summit, { viewport: { width: 1440, height: 900 } }), visit(browser, summit)]);
  await signIn(page, summit);
  await street.goto('/sign-in');
  return { browser, page, street };
}

/** What tells this run's people from those of another. */
export const run = Date.now().toString(36);
let given = 0;
/** A name nobody else has in this run, also when a test is tried again. */
export const named = (who: string) => `${who} ${run}${(given += 1)}`;

export const list = (on: Page) => on.getByRole('region', { name: 'Conversations' });
export const row = (name: string, on: Page) => list(on).getByRole('link', { name: new RegExp(name) });
export const log = (on: Page) => on.getByRole('log');
export const reply = (on: Page) => on.getByRole('textbox', { name: 'Reply' });
/** The texts of a conversation in the order they are shown. */
export const shown = (on: Page) => log(on).locator('[data-sequence] .whitespace-pre-wrap, [data-outgoing] .whitespace-pre-wrap').allInnerTexts();

/** Asks again for up to 20 s. */
export async function until(page: Page, what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 80; tries++) {
    if (await what()) return;
    await page.waitForTimeout(250);
  }
  throw new Error('It did not come to pass within 20 s.');
}

/** A visitor who has written once, with their conversation open in the inbox. */
export async function begin({ street, page }: Inbox, name: string, text = 'Hello, is anybody there?'): Promise<Visitor> {
  const visitor = await Visitor.arrive(street, name);
  await visitor.say(text);
  await open(page, '/chat');
  await row(name, page).click();
  await log(page).getByText(text).waitFor();
  return visitor;
}
