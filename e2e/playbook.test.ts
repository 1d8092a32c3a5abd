import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from '@playwright/test';
import { ask } from './ask.ts';
import { open, openBrowser, signIn, summit, visit } from './browser.ts';
import { Visitor } from './chat-visitor.ts';

/** What tells this run's people from those of another. */
const run = Date.now().toString(36);
const strategy = `Leaks ${run}`;
let browser: Browser;
let page: Page;
let street: Page;
let model: Server;
let answer = 'Thank you for writing.';
let asked = 0;

const call = <T>(method: string, path: string, body?: unknown) => ask<T>(page, method, path, body);

beforeAll(async () => {
  model = createServer((request, response) => {
    request.resume().on('end', () => {
      asked += 1;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const words = answer.match(/\S+\s*/g) ?? [];
      const chunks = words.map((content) => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content }, finish_reason: null }] })}\n\n`);
      response.end(`${chunks.join('')}data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n`);
    });
  });
  await new Promise<void>((resolve) => model.listen(0, '127.0.0.1', resolve));
  browser = await openBrowser();
  [page, street] = await Promise.all([visit(browser, summit, { viewport: { width: 1440, height: 900 } }), visit(browser, summit)]);
  await signIn(page, summit);
  await street.goto('/sign-in');

  const { items } = await call<{ items: { id: number; active: boolean; locationKind: string; questions: unknown[] }[] }>('GET', '/bookings/event-types');
  const { id: eventTypeId } = items.find(({ active, questions, locationKind }) => active && questions.length === 0 && locationKind !== 'guest-address') ?? items[0]!;
  const script = {
    persona: { name: 'Marta', role: 'adviser' },
    opening: 'Hello {{ client.firstName }}, this is {{ persona.name }}.',
    questions: [
      { key: 'firm', label: 'Which company is it for?', writesTo: 'company', required: true },
      { key: 'owner', label: 'Is the house your own?', kind: 'boolean' },
    ],
    disqualifications: [{ key: 'renter', reason: 'Does not own the house', when: [{ question: 'owner', operator: 'is', value: false }], goodbye: 'Thank you, {{ client.firstName }}, and good luck.' }],
    objections: ['That is too expensive', 'I have no time', 'I must think', 'Another one is cheaper'].map((objection, at) => ({ key: `o${at}`, objection, answer: `An answer to: ${objection}.` })),
    booking: { eventTypeId },
  };
  const made = await call<{ id: number; version: number }>('POST', '/strategies', { name: strategy, sharing: 'tenant', draft: { script, cadence: {} } });
  await call('POST', `/strategies/${made.id}/publish`, { version: made.version });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  model?.close();
});

const playbook = () => page.locator('section').filter({ has: page.getByRole('heading', { name: 'Playbook' }) }).last();
/** Follows this run's strategy, whichever others there are. */
async function follow(): Promise<void> {
  const choice = playbook().getByRole('combobox', { name: 'Strategy' });
  await choice.click();
  await page.getByRole('option', { name: new RegExp(strategy) }).click();
}

test('the playbook on the client’s page fills a field, turns somebody away, answers objections and books a free time', async () => {
  const { id } = await call<{ id: number }>('POST', '/clients', { name: `Ada ${run}`, email: `ada-${run}@stone.example`, phone: '+13035550142' });
  await open(page, `/clients/${id}`);
  await follow();
  await playbook().getByText('Hello Ada, this is Marta.').waitFor();
  await playbook().getByText('1 required answer is missing').waitFor();
  await playbook().getByLabel('Which company is it for?').fill('Stone and Sons');
  await playbook().getByLabel('Which company is it for?').press('Enter');
  await playbook().getByText('Saved to the client').waitFor();
  await playbook().getByText('All required answers are there').waitFor();
  expect((await call<{ company: string }>('GET', `/clients/${id}`)).company).toBe('Stone and Sons');

  await playbook().getByRole('button', { name: 'No', exact: true }).click();
  await playbook().getByText('Not a fit: Does not own the house').waitFor();
  await playbook().getByText('Thank you, Ada, and good luck.').waitFor();
  await playbook().getByRole('button', { name: 'Yes', exact: true }).click();
  await playbook().getByText('Not a fit').waitFor({ state: 'detached' });

  await playbook().getByRole('searchbox', { name: 'Search objections' }).fill('expensive');
  await playbook().getByRole('button', { name: 'I have no time' }).waitFor({ state: 'detached' });
  await playbook().getByRole('button', { name: 'That is too expensive' }).click();
  await playbook().getByText('An answer to: That is too expensive.').waitFor();

  await playbook().getByRole('button', { name: 'Show free times' }).click();
  const day = playbook().getByRole('group', { name: /day/ }).first();
  await day.getByRole('button').first().click();
  await day.getByRole('button', { name: 'Book', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Book this time' }).click();
  await playbook().getByText(/^Booked: /).waitFor();
  expect((await call<{ items: object[] }>('GET', `/bookings?clientId=${id}`)).items).toHaveLength(1);
}, 120_000);

test('a suggested reply is written above the composer, changed and sent; words of the playbook go into the reply', async () => {
  const visitor = await Visitor.arrive(street, `Bea ${run}`, `bea-${run}@stone.example`);
  await visitor.say('Do you repair slate?');
  await open(page, '/chat');
  await page.getByRole('link', { name: new RegExp(`Bea ${run}`) }).first().click();
  await page.getByRole('log').getByText('Do you repair slate?').waitFor();
  // Off, it is not there.
  expect(await page.getByRole('button', { name: /Suggest a reply/ }).count()).toBe(0);
  const url = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
  await call('PUT', '/plugins/strategies/settings', { values: { aiEndpoint: url, aiModel: 'small' } });
  await page.reload();

  await page.getByRole('button', { name: /Suggest a reply/ }).click();
  await page.getByText('No strategy speaks with this client yet.').waitFor();
  expect(asked).toBe(0);
  answer = 'We do, Bea. Would [[slot:1]] suit you?';
  await page.getByRole('combobox', { name: 'Choose a strategy' }).click();
  await page.getByRole('option', { name: strategy }).click();
  const card = page.getByRole('region', { name: 'Suggested reply' });
  await card.getByText(/^We do, Bea\. Would \w+day.* suit you\?$/).first().waitFor();
  await card.getByRole('list', { name: 'Times offered' }).getByRole('listitem').waitFor();
  await card.getByRole('button', { name: 'Edit' }).click();
  const text = card.getByRole('textbox', { name: 'Suggested text' });
  await text.fill(`${await text.inputValue()} Yours, Marta`);
  await card.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('log').getByText(/Would \w+day.* suit you\? Yours, Marta/).waitFor();
  await card.waitFor({ state: 'detached' });
  expect((await visitor.hears()).at(-1)).toMatch(/^We do, Bea\..*Yours, Marta$/);

  // A time that nobody looked up is not suggested.
  answer = 'Shall we say tomorrow at 3?';
  await page.keyboard.press('ControlOrMeta+j');
  await page.getByText('No strategy speaks with this client yet.').waitFor();
  await page.getByRole('combobox', { name: 'Choose a strategy' }).click();
  await page.getByRole('option', { name: strategy }).click();
  await page.getByText('There is no suggestion that could be sent here.').waitFor();
  await page.getByRole('button', { name: 'Close', exact: true }).last().click();

  await follow();
  await playbook().getByText(/^Hello Bea, this is Marta\./).waitFor();
  await playbook().getByRole('button', { name: 'Insert into reply' }).first().click();
  await page.waitForFunction(() => /Hello Bea, this is Marta\./.test(document.querySelector<HTMLTextAreaElement>('[role=tabpanel] textarea')?.value ?? ''));
  await call('PUT', '/plugins/strategies/settings', { values: { aiEndpoint: null, aiModel: null } });
}, 120_000);
