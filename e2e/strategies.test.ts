import type { Browser, Page } from '@playwright/test';
import { ask } from './ask.ts';
import { open, openBrowser, settled, signIn, summit, visit } from './browser.ts';

let browser: Browser;
let page: Page;
/** Where the strategy that the story makes is. */
let path: string;
const name = 'Gutter cleaning';
const clientName = 'Paula Strategos';

beforeAll(async () => {
  browser = await openBrowser();
  page = await signIn(await visit(browser, summit), summit);
}, 120_000);
afterAll(() => browser?.close());

const saved = () => page.getByRole('status').filter({ hasText: 'Draft saved' }).waitFor();
const addStep = async (kind: string) => {
  await page.getByRole('button', { name: 'Add a step', exact: true }).click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
};
const publish = async (number: number, note: string) => {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Note').fill(note);
  await dialog.getByRole('button', { name: `Publish version ${number}` }).click();
  await dialog.waitFor({ state: 'detached' });
};

test('an empty strategy is made by keyboard and says what it lacks', async () => {
  await open(page, '/strategies');
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New strategy' });
  await dialog.getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/strategies\/\d+$/);
  path = new URL(page.url()).pathname;
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText('There is nothing in it yet', { exact: false }).waitFor();
}, 120_000);

test('questions, a rule and a message are written and kept; what is wrong is shown in place and led to', async () => {
  await page.getByLabel('New question').fill('Do you own the house?');
  await page.keyboard.press('Enter');
  await page.getByLabel('Question', { exact: true }).waitFor();

  await addStep('Message');
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('Hello {{ client.nickname }}');
  await saved();
  const fault = page.getByRole('button', { name: '1. Message: Something between the braces cannot be filled in.' });
  await fault.waitFor();
  await page.keyboard.press('Home');
  await fault.press('Enter');
  await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement && document.activeElement.value.startsWith('Hello'));

  await text.fill('Shall we clean your gutters, ');
  await page.getByRole('button', { name: 'Insert a value into Text' }).click();
  await page.getByRole('menuitem', { name: 'First name', exact: true }).first().click();
  expect(await text.inputValue()).toBe('Shall we clean your gutters, {{ client.firstName }}');
  await fault.waitFor({ state: 'detached' });

  await page.getByRole('switch', { name: 'Only at these times' }).click();
  await addStep('Wait');
  await page.getByRole('button', { name: 'Move 2. Wait 1 day up' }).press('Enter');
  await page.getByRole('button', { name: '1. Wait 1 day', exact: false }).first().waitFor();
  await page.getByRole('button', { name: 'Remove 1. Wait 1 day' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Move 1. Wait 1 day down' }).press('Enter');
  await saved();

  await page.reload();
  await settled(page);
  const { draft } = await ask<{ draft: { script: { questions: { key: string }[] }; cadence: { steps: { kind: string }[] } } }>(page, 'GET', path);
  expect(draft.script.questions.map(({ key }) => key)).toEqual(['doYouOwnTheHouse']);
  expect(draft.cadence.steps.map(({ kind }) => kind)).toEqual(['message', 'wait']);
}, 180_000);

test('it is published, and a client that is enrolled is written to', async () => {
  await publish(1, 'First version');
  await page.getByText('Active', { exact: true }).first().waitFor();
  const client = await ask<{ id: number }>(page, 'POST', '/clients', { name: clientName, email: 'paula@strategos.example' });

  await open(page, `${path}/enrolments`);
  await page.getByRole('button', { name: 'Enrol clients' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Clients' }).fill(clientName);
  await page.getByRole('option', { name: clientName }).click();
  await dialog.getByRole('button', { name: 'Enrol 1 client' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: clientName, exact: false }).waitFor();

  await open(page, `/clients/${client.id}`);
  const timeline = page.getByRole('main');
  await timeline.getByText(`Enrolled in ${name}`).first().waitFor();
  await timeline.getByText(`${name}: message sent`, { exact: false }).first().waitFor();
  await page.getByRole('link', { name: `${name}: message sent`, exact: false }).first().click();
  await page.waitForURL(/\/chat\/\d+/);
  await page.getByText('Shall we clean your gutters, Paula', { exact: false }).first().waitFor();
}, 180_000);

test('its steps can be looked at, put on hold and stopped', async () => {
  await open(page, `${path}/enrolments`);
  await page.getByRole('link', { name: clientName }).click();
  const drawer = page.getByRole('dialog', { name: clientName });
  await drawer.getByText('Shall we clean your gutters, Paula', { exact: false }).waitFor();
  await drawer.getByRole('button', { name: 'Put on hold' }).click();
  await drawer.getByText('On hold').waitFor();
  await drawer.getByRole('button', { name: 'Go on' }).click();
  await drawer.getByText('Under way').waitFor();
  await drawer.getByRole('button', { name: 'Stop', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Stop' }).click();
  await drawer.getByText('Stopped by hand').waitFor();
  await page.keyboard.press('Escape');
}, 120_000);

test('two versions are compared word by word, and the older one is rolled back to', async () => {
  await open(page, path);
  await page.getByRole('button', { name: '1. Message', exact: false }).first().click();
  const text = page.getByRole('textbox', { name: 'Text', exact: true });
  await text.fill('Shall we clean your roof, {{ client.firstName }}');
  await saved();
  await publish(2, 'Roofs too');
  await open(page, `${path}/versions`);
  const comparison = page.getByRole('region', { name: 'Comparison' });
  await comparison.locator('del', { hasText: 'gutters' }).waitFor();
  await comparison.locator('ins', { hasText: 'roof' }).waitFor();
  await page.getByRole('button', { name: 'Roll back to version 1' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Roll back to 1' }).click();
  await page.getByRole('list', { name: 'Versions' }).getByText('Version 3').waitFor();
  const { draft } = await ask<{ draft: { cadence: { steps: { variants: { body: string }[] }[] } } }>(page, 'GET', path);
  expect(draft.cadence.steps[0]!.variants[0]!.body).toContain('gutters');
}, 120_000);

test('the simulator shows what would happen, and tells that an expectation does not hold', async () => {
  await open(page, `${path}/simulator`);
  await page.getByRole('button', { name: 'Add something' }).click();
  await page.getByRole('menuitem', { name: 'The client writes' }).click();
  await page.getByRole('textbox', { name: 'What they write' }).fill('Yes, please');
  await page.getByRole('button', { name: 'Add an expectation' }).click();
  await page.getByRole('menuitem', { name: 'These words are said' }).click();
  await page.getByRole('textbox', { name: 'Words' }).fill('gutters');
  await page.getByRole('button', { name: 'Run', exact: true }).first().click();
  const result = page.getByRole('region', { name: 'What would happen' });
  await result.getByText('Shall we clean your gutters, Ana', { exact: false }).waitFor();
  await result.getByText('Yes, please').waitFor();
  await page.getByRole('img', { name: 'Holds' }).first().waitFor();

  await page.getByRole('textbox', { name: 'Words' }).fill('chimney');
  await page.getByRole('button', { name: 'Keep scenario' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keep scenario' });
  await dialog.getByLabel('Name').fill('Says yes');
  await dialog.getByRole('button', { name: 'Keep scenario' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Run all' }).click();
  await page.getByRole('list', { name: 'Kept scenarios' }).getByRole('img', { name: 'Does not hold' }).waitFor();
}, 120_000);
