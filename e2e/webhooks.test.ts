import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from '@playwright/test';
import { Webhook } from 'standardwebhooks';
import { eventually } from '../core/testing/eventually.ts';
import { open, openBrowser, originOf, signIn, summit, visit } from './browser.ts';

interface Heard {
  headers: Record<string, string>;
  body: string;
}

let browser: Browser;
let page: Page;
let server: Server;
const heard: Heard[] = [];
let status = 200;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(status, { 'content-type': 'text/plain' }).end(status === 200 ? 'thank you' : 'not now');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await openBrowser();
  page = await signIn(await visit(browser, summit), summit);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Another address at each try, so that a second one finds its own endpoint. */
let tries = 0;
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook${tries}`;

test('an endpoint is made, a test event arrives signed, a delivery is looked at and sent again', async () => {
  tries += 1;
  heard.length = 0;
  await open(page, '/webhooks');
  await page.getByRole('button', { name: 'New endpoint' }).click();
  await page.getByLabel('Address').fill(url());
  await page.getByRole('button', { name: 'Chosen events' }).click();
  await page.getByRole('checkbox', { name: /^client\.\*/ }).click();
  await page.getByRole('button', { name: 'Create endpoint' }).click();
  const secret = await page.getByTestId('secret').innerText();
  expect(secret).toMatch(/^whsec_/);
  await page.getByRole('button', { name: 'I have copied it' }).click();
  await page.waitForURL(/\/webhooks\/\d+$/);
  await page.getByRole('heading', { level: 1, name: url() }).waitFor();
  // Shown once: it is nowhere on the endpoint's page.
  expect(await page.content()).not.toContain(secret);

  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByRole('button', { name: 'Send test event' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByText('Answered 200').first().waitFor();
  await drawer.getByRole('region', { name: 'Answer', exact: true }).filter({ hasText: 'thank you' }).waitFor();
  expect(heard).toHaveLength(1);
  const [{ headers, body }] = heard as [Heard];
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: expect.stringMatching(/^client\./) });

  await drawer.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('In line again, under the same id').waitFor();
  await eventually(() => expect(heard).toHaveLength(2), 20_000);
  expect(heard[1]!.headers['webhook-id']).toBe(headers['webhook-id']);
  await page.keyboard.press('Escape');

  // A client made in the product arrives as well.
  heard.length = 0;
  // The dialog covers the page's heading, which `open` would wait for.
  await page.goto('/clients?create=1');
  await page.getByRole('dialog').getByLabel('Name').fill('Webhook Witness');
  await page.getByRole('dialog').getByRole('button', { name: 'Create client' }).click();
  await eventually(() => expect(heard.map((each) => each.body).join()).toContain('Webhook Witness'), 20_000);
}, 180_000);

test('a receiver takes a payload in, the mapping shows what it becomes, and a client is there', async () => {
  await open(page, '/webhooks/receivers');
  await page.getByRole('button', { name: 'New receiver' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Landing page');
  await page.getByRole('combobox', { name: 'Proof' }).click();
  await page.getByRole('option', { name: 'None' }).click();
  await page.getByRole('button', { name: 'Create receiver' }).click();
  await page.waitForURL(/\/webhooks\/receivers\/\d+$/);
  const address = await page.getByTestId('address').innerText();
  expect(address).toMatch(new RegExp(`^${originOf(summit)}/api/v1/webhooks/in/[\\w-]{32}$`));

  const payload = JSON.stringify({ contact: { name: 'Quilla Underhill', email: 'quilla@landing.example' }, labels: ['landing'] });
  const { host, pathname } = new URL(address);
  const sent = await fetch(`${process.env.E2E_API_URL}${pathname}`, { method: 'POST', headers: { 'x-forwarded-host': host, 'content-type': 'application/json' }, body: payload });
  expect(sent.status).toBe(202);
  await page.getByRole('region', { name: 'Last received' }).filter({ hasText: 'Quilla Underhill' }).waitFor();

  await page.getByRole('button', { name: 'Add a field' }).click();
  await page.getByRole('group', { name: 'Name' }).getByText('Quilla Underhill').waitFor();
  await page.getByRole('button', { name: 'Add a field' }).click();
  await page.getByRole('group', { name: 'E-mail' }).getByText('quilla@landing.example').waitFor();
  await page.getByLabel('Path for E-mail').fill('contact.missing');
  await page.getByText('Nothing there in what came in last').waitFor();
  await page.getByLabel('Path for E-mail').fill('contact.email');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByText('Receiver saved').waitFor();

  await page.getByRole('tab', { name: 'Received' }).click();
  await page.getByText('Nothing in it became a name').first().waitFor();
  await page.getByRole('row').nth(1).getByRole('button').first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take in again' }).click();
  await page.getByRole('dialog').getByText('Client created').waitFor();
  await page.getByRole('dialog').getByRole('link', { name: 'Quilla Underhill' }).click();
  await page.getByRole('heading', { level: 1, name: 'Quilla Underhill' }).waitFor();
}, 180_000);

test('the catalogue shows what each event carries, and a failing endpoint says so', async () => {
  await open(page, '/webhooks/events');
  await page.getByRole('searchbox').fill('client.created');
  await page.getByRole('button', { name: 'client.updated' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'client.created' }).click();
  await page.getByText('clientId', { exact: true }).first().waitFor();
  await page.getByRole('tab', { name: 'Example' }).click();
  await page.getByRole('region', { name: 'Example' }).filter({ hasText: '"client.created"' }).waitFor();

  status = 500;
  await open(page, '/webhooks');
  await page.getByRole('link', { name: url() }).click();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await page.getByRole('button', { name: 'Send test event' }).click();
  await page.getByRole('dialog').getByText('Answered 500').first().waitFor();
}, 120_000);
