import type { Browser, Page } from '@playwright/test';
import { open, openBrowser, settled, signIn, summit, visit } from './browser.ts';

let browser: Browser;
let admin: Page;
let user: Page;

beforeAll(async () => {
  browser = await openBrowser();
  [admin, user] = [await signIn(await visit(browser, summit), summit), await signIn(await visit(browser, summit), summit, 'user')];
}, 120_000);
afterAll(() => browser?.close());

const cell = (permission: string, role: string) => admin.getByRole('button', { name: new RegExp(`^${permission}, ${role}: `) });

/** Chooses how far a role has a permission, and saves. */
async function give(permission: string, role: string, scope: string) {
  await open(admin, '/settings/roles');
  await cell(permission, role).click();
  await admin.getByRole('menuitemcheckbox', { name: scope, exact: true }).click();
  await admin.getByText('1 unsaved change').waitFor();
  await admin.getByRole('button', { name: 'Save changes' }).click();
  await admin.getByText('The role is saved').waitFor();
}

/** The address of a client that the user owns, and whether its page lets it be deleted. */
async function ownClient(): Promise<{ id: number; path: string }> {
  const { items } = (await user.request.get('/api/v1/clients?limit=1').then((answer) => answer.json())) as { items: { id: number }[] };
  return { id: items[0]!.id, path: `/clients/${items[0]!.id}` };
}
async function offersDelete(path: string): Promise<boolean> {
  await open(user, path);
  await settled(user);
  const button = user.getByRole('main').getByRole('button', { name: /^(More|Actions|Delete)/ }).first();
  if ((await button.count()) === 0) return false;
  if (/^Delete/.test((await button.textContent()) ?? '')) return true;
  await button.click();
  return (await user.getByRole('menuitem', { name: /Delete|trash/i }).count()) > 0;
}
const remove = (id: number) =>
  user.evaluate((client) => fetch(`/api/v1/clients/${client}`, { method: 'DELETE' }).then((answer) => answer.status), id);

test('what is taken from a role in the matrix is gone from its people: the button and the right', async () => {
  const { id, path } = await ownClient();
  expect(await offersDelete(path)).toBe(true);
  await give('Delete clients', 'User', 'None');
  await user.waitForTimeout(1_000);
  expect(await offersDelete(path)).toBe(false);
  expect(await remove(id)).toBe(403);
  await give('Delete clients', 'User', 'Own');
  expect(await offersDelete(path)).toBe(true);
}, 120_000);

test('the matrix is walked with the arrow keys and opened with Enter', async () => {
  await open(admin, '/settings/roles');
  await cell('See clients', 'Administrator').focus();
  await admin.keyboard.press('ArrowRight');
  await admin.keyboard.press('ArrowDown');
  const focused = () => admin.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(await focused()).toMatch(/^Add clients, Manager: /);
  await admin.keyboard.press('Enter');
  await admin.getByRole('menuitemcheckbox', { name: 'Team' }).waitFor();
  await admin.keyboard.press('Escape');
  expect(await focused()).toMatch(/^Add clients, Manager: /);
}, 60_000);

test('why says in words who may not, and what decided', async () => {
  await open(admin, '/settings/roles?why=1&permission=audit.read');
  const panel = admin.getByRole('dialog', { name: /Why can or can/ });
  await panel.getByRole('combobox', { name: 'Person' }).fill('user@');
  await admin.getByRole('option').first().click();
  await panel.getByText('cannot: Read the audit log').waitFor();
  await panel.getByText('does not have this permission').waitFor();
}, 60_000);
