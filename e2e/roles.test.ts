import type { Browser, Page } from '@playwright/test';
import { told } from './ask.ts';
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

/** What the API answers the user, asked from their own page. */
const asUser = (path: string, method = 'GET') => told(user, method, path);

/** Whether the user's page of a client offers to move it to the trash. */
async function offersDelete(id: number): Promise<boolean> {
  await open(user, `/clients/${id}`);
  await settled(user);
  const actions = user.getByRole('main').getByRole('button', { name: 'More actions' });
  await user.getByRole('main').getByRole('button', { name: 'Edit' }).first().waitFor();
  // Whoever may do nothing with a client as a whole has no such menu.
  if ((await actions.count()) === 0) return false;
  await actions.click();
  await user.getByRole('menuitem').first().waitFor();
  const found = await user.getByRole('menuitem', { name: 'Delete client' }).count();
  await user.keyboard.press('Escape');
  return found > 0;
}

test('what is taken from a role in the matrix is gone from its people: the button and the right', async () => {
  const id = ((await asUser('/clients?limit=1')).body as { items: { id: number }[] }).items[0]!.id;
  expect(await offersDelete(id)).toBe(true);
  await give('Delete clients', 'User', 'None');
  await user.waitForTimeout(1_000);
  expect(await offersDelete(id)).toBe(false);
  expect((await asUser(`/clients/${id}`, 'DELETE')).status).toBe(403);
  await give('Delete clients', 'User', 'Own');
  await user.waitForTimeout(1_000);
  expect(await offersDelete(id)).toBe(true);
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
  await admin.waitForFunction(() => document.activeElement?.getAttribute('aria-label')?.startsWith('Add clients, Manager: '));
}, 60_000);

test('why says in words who may not, and what decided', async () => {
  // The panel lies over the page, whose heading nobody is told of then.
  await admin.goto('/settings/roles?why=1&permission=audit.read');
  const panel = admin.getByRole('dialog', { name: /Why can or can/ });
  await panel.getByRole('combobox', { name: 'Person' }).fill('user@');
  await admin.getByRole('option', { name: /user@/ }).click();
  await panel.getByText('cannot: Read the audit log').waitFor();
  await panel.getByText('does not have this permission').waitFor();
}, 60_000);
