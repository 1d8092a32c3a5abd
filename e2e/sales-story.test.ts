import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from '@playwright/test';
import { Webhook } from 'standardwebhooks';
import { eventually } from '../core/testing/eventually.ts';
import { open, openBrowser, originOf, settled, signIn, visit, type DemoTenant } from './browser.ts';
import { chatOn, openForeignSite, pageOf, staffOf, visitSite, type ForeignSite, type Staff } from './chat-site.ts';
import { freshTenant } from './fresh-tenant.ts';
import { mailTo } from './mailbox.ts';

const lead = { name: 'Ines Calloway', email: 'ines@calloway.example' };
const slug = 'first-visit';

let tenant: DemoTenant;
let browser: Browser;
let staff: Staff;
let site: ForeignSite;
let hook: Server;
const heard: { headers: Record<string, string>; body: string }[] = [];
/** What arrived at the business's own endpoint, by type. */
const typesHeard = () => heard.map(({ body }) => (JSON.parse(body) as { type: string }).type);

beforeAll(async () => {
  hook = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      heard.push({ headers: request.headers as Record<string, string>, body });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
  [tenant, browser, site] = await Promise.all([freshTenant('Harbour Boats'), openBrowser(), openForeignSite()]);
  staff = await staffOf(browser, tenant);
  await staff.settings({ askName: 'required', askEmail: 'required', questions: [], hours: [], allowedOrigins: [site.origin] });
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await site?.close();
  hook?.close();
});

/** Everything the business sets up before the first lead comes. */
async function setUp() {
  const { id: userId } = await staff.call('GET', '/auth/profile');
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '09:00', to: '17:00' }));
  const schedule = await staff.call('POST', '/bookings/schedules', { userId, name: 'Every day', zone: 'Europe/London', weekly, observesHolidays: false });
  const eventType = await staff.call('POST', '/bookings/event-types', { title: 'First visit', slug, lengths: [30], locationKind: 'address', locationValue: 'Pier 4', assignment: 'single', hosts: [{ userId, scheduleId: schedule.id }], minimumNotice: 60 });
  const endpoint = await staff.call('POST', '/webhooks/endpoints', { url: `http://127.0.0.1:${(hook.address() as AddressInfo).port}/events`, events: ['*'] });
  const mapping = [
    { target: 'name', paths: ['contact.name'] },
    { target: 'email', paths: ['contact.email'] },
  ];
  const receiver = await staff.call('POST', '/webhooks/receivers', { name: 'Website form', scheme: 'standard', mapping, source: 'Website form' });
  const strategy = await staff.call('POST', '/strategies', {
    name: 'Boat buyers',
    sharing: 'tenant',
    draft: {
      script: { persona: { name: 'Nora', role: 'Adviser' }, booking: { eventTypeId: eventType.id } },
      cadence: {
        window: null,
        triggers: [{ event: 'webhook.received' }],
        steps: [
          { id: 'hello', kind: 'message', variants: [{ id: 'a', subject: 'Your boat', body: 'Hello {{ client.name }}, which boat are you looking for?' }] },
          { id: 'pause', kind: 'wait', amount: 3, unit: 'days' },
          { id: 'again', kind: 'email', variants: [{ id: 'a', subject: 'Still looking?', body: 'Shall we talk on the phone?' }] },
        ],
      },
    },
  });
  expect(strategy.faults).toEqual([]);
  await staff.call('POST', `/strategies/${strategy.id}/publish`, { version: strategy.version, note: 'First words' });
  return { secret: endpoint.secret as string, receiver };
}

/** Somebody else's program tells of a lead, signed as Standard Webhooks say. */
async function sendLead({ path, secret }: { path: string; secret: string }): Promise<void> {
  const body = JSON.stringify({ contact: lead });
  const [id, at] = [`msg_${crypto.randomUUID()}`, new Date()];
  const headers = { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)), 'webhook-signature': new Webhook(secret).sign(id, at, body) };
  const send = (signature: string) => fetch(`${process.env.E2E_API_URL}${path}`, { method: 'POST', headers: { ...headers, 'webhook-signature': signature, 'x-forwarded-host': `${tenant.slug}.localhost` }, body });
  expect((await send('v1,bm90IHNpZ25lZCBieSBhbnlib2R5IHdlIGtub3c=')).status).toBe(401);
  expect((await send(headers['webhook-signature'])).status).toBe(202);
}

async function book(page: Page): Promise<void> {
  await open(page, `/book/${slug}`);
  await page.getByRole('button', { name: 'Next month' }).click();
  await page.locator('table[aria-busy=false] [data-day$="-01"][aria-disabled=false]').waitFor();
  await page.locator('[data-slot]').first().click();
  await page.getByLabel('Your name').fill(lead.name);
  await page.getByLabel('E-mail address').fill(lead.email);
  await page.getByRole('button', { name: 'Confirm booking' }).click();
  await page.getByRole('heading', { name: 'Your booking is confirmed' }).waitFor();
}

test('a lead comes in signed, is written to, answers, books and is won: the cadence stops by itself, the funnel counts each once, and every event is told signed', async () => {
  const { secret, receiver } = await setUp();
  const page = await signIn(await visit(browser, tenant), tenant);

  await sendLead(receiver);
  const mail = await mailTo(lead.email, 'which boat are you looking for?');
  expect(mail.subject).toBe('Your boat');
  await open(page, '/strategies/enrolments');
  const enrolment = page.getByRole('row').filter({ hasText: lead.name });
  await enrolment.filter({ hasText: 'Under way' }).waitFor();

  // The answer comes through the chat on another website, from the same address.
  const visitor = await visitSite(browser);
  await visitor.goto(pageOf(site.origin, tenant));
  const chat = chatOn(visitor);
  await chat.open();
  await chat.dialog.getByLabel('Name').fill(lead.name);
  await chat.dialog.getByLabel('E-mail address').fill(lead.email);
  await chat.dialog.getByLabel('Message').fill('A small one, for the lake.');
  await chat.dialog.getByRole('button', { name: 'Start the chat' }).click();
  await chat.confirmed('A small one, for the lake.').waitFor();
  await enrolment.filter({ hasText: 'They replied' }).waitFor();

  const guest = await visit(browser, tenant);
  await book(guest);

  const { items: clients } = await staff.call('GET', '/clients?limit=10');
  expect(clients.map(({ name, email }: typeof lead) => ({ name, email }))).toEqual([lead]);
  await open(page, `/clients/${clients[0].id}`);
  await page.getByRole('region', { name: 'Stage' }).getByRole('button', { name: /Won/ }).click();
  await page.getByText(/is now in Won|moved to Won/i).first().waitFor();

  await open(page, '/analytics');
  await settled(page);
  const funnel = page.locator('[data-tile]').filter({ hasText: 'Clients who took each step' }).first();
  await eventually(async () => {
    await page.reload();
    await settled(page);
    const steps = (await funnel.locator('ol > li').allTextContents()).map((text) => Number(/(\d[\d,]*)\s/.exec(text.replace(/^\D+/, ''))?.[1] ?? NaN));
    expect(steps).toEqual([1, 1, 1, 1]);
  }, 30_000);

  // Each event arrived once, under an id of its own, with a signature that the reference library verifies.
  const expected = ['client.created', 'webhook.received', 'strategy.enrolled', 'message.sent', 'strategy.step-done', 'message.received', 'strategy.ended', 'booking.created', 'client.stage-changed'];
  await eventually(() => expect(typesHeard()).toEqual(expect.arrayContaining(expected)), 30_000);
  for (const { headers, body } of heard) new Webhook(secret).verify(body, headers);
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(heard.length);
  const ended = heard.map(({ body }) => JSON.parse(body)).find(({ type }) => type === 'strategy.ended');
  expect(ended.data).toMatchObject({ strategy: 'Boat buyers', status: 'stopped', reason: 'reply', clientId: clients[0].id });
  expect(originOf(tenant)).toBe(new URL(page.url()).origin);
}, 240_000);
