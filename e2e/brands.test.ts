import type { Browser, Page } from '@playwright/test';
import { told } from './ask.ts';
import { bright, openBrowser, originOf, signIn, summit, visit, type DemoTenant } from './browser.ts';

let browser: Browser;
let pages: Record<'summit' | 'bright', Page>;
const tenants: [keyof typeof pages, DemoTenant][] = [
  ['summit', summit],
  ['bright', bright],
];

beforeAll(async () => {
  browser = await openBrowser();
  pages = { summit: await visit(browser, summit), bright: await visit(browser, bright) };
}, 120_000);
afterAll(() => browser?.close());

/** The colour a button is painted in, whatever notation the style sheet used. */
const accentOf = (page: Page) =>
  page.locator('button[type=submit]').evaluate((button) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d')!;
    canvas.fillStyle = getComputedStyle(button).backgroundColor;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return { red, green, blue };
  });

interface Listed {
  items: { id: number; name: string }[];
}

test('each tenant shows its own name and colour before anybody has signed in', async () => {
  await Promise.all(tenants.map(([key]) => pages[key].goto('/sign-in')));
  for (const [key, { name }] of tenants) {
    expect(await pages[key].getByRole('main').innerText()).toContain(name);
    expect(await pages[key].title()).toContain(name);
  }
  const [orange, teal] = [await accentOf(pages.summit), await accentOf(pages.bright)];
  expect(orange).not.toEqual(teal);
  expect(orange.red).toBeGreaterThan(orange.blue);
  expect(teal.blue).toBeGreaterThan(teal.red);
}, 120_000);

test('staff sign in on their own host and see their own clients alone', async () => {
  for (const [key, tenant] of tenants) await signIn(pages[key], tenant);
  const seen = { summit: [] as string[], bright: [] as string[] };
  for (const [key, { name }] of tenants) {
    await pages[key].goto('/clients');
    await pages[key].getByRole('row').nth(1).waitFor();
    expect(await pages[key].getByRole('complementary').innerText()).toContain(name);
    seen[key] = (await told<Listed>(pages[key], 'GET', '/clients?limit=100')).body.items.map((client) => client.name);
    expect(await pages[key].getByRole('row').nth(1).innerText()).toContain(seen[key][0]);
  }
  expect(seen.summit.length).toBeGreaterThan(5);
  expect(seen.bright.length).toBeGreaterThan(5);
  expect(seen.summit.filter((name) => seen.bright.includes(name))).toEqual([]);
}, 120_000);

test('a client of the other tenant is answered like one that never was', async () => {
  const theirs = (await told<Listed>(pages.bright, 'GET', '/clients?limit=1')).body.items[0]!;
  const [foreign, never] = [
    await told<{ code: string; detail: string }>(pages.summit, 'GET', `/clients/${theirs.id}`),
    await told<{ code: string; detail: string }>(pages.summit, 'GET', '/clients/2000000000'),
  ];
  expect(foreign.status).toBe(404);
  expect({ code: foreign.body.code, detail: foreign.body.detail }).toEqual({ code: never.body.code, detail: never.body.detail });

  await pages.summit.goto(`/clients/${theirs.id}`);
  await pages.summit.getByRole('alert').filter({ hasText: 'does not exist' }).waitFor();
  expect(await pages.summit.getByRole('main').innerText()).not.toContain(theirs.name);
}, 120_000);

test('the session of one tenant is worth nothing on the host of another', async () => {
  await pages.summit.goto(`${originOf(bright)}/clients`);
  await pages.summit.waitForURL(/\/sign-in/);
  expect(await pages.summit.getByRole('main').innerText()).toContain(bright.name);
}, 120_000);

test('nothing that a script can read holds a token', async () => {
  for (const [key] of tenants) {
    await pages[key].goto(`${originOf(key === 'summit' ? summit : bright)}/`);
    const readable = await pages[key].evaluate(() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]));
    expect(readable).not.toMatch(/eyJ|access|refresh|token/i);
    const cookies = (await pages[key].context().cookies()).filter(({ name }) => /access|refresh/.test(name));
    expect(cookies.length).toBeGreaterThanOrEqual(2);
    for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, secure: true, sameSite: 'Lax', path: '/' });
  }
}, 120_000);

test('an unknown host names nobody', async () => {
  const page = await visit(browser, { slug: 'nobody-at-all', name: '' });
  await page.goto('/');
  const text = await page.locator('body').innerText();
  expect(text).toContain('Nothing is served at this address');
  for (const [, { name }] of tenants) expect(text).not.toContain(name);
}, 120_000);
