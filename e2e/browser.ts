import { chromium, type Browser, type BrowserContextOptions, type Page } from '@playwright/test';
import { witness } from './witness.ts';

/** What Chromium is started with: no sandbox, because tests may run as root, and nothing that talks to the network by itself. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The demo's two businesses. */
export const summit = { slug: 'summit-roofing', name: 'Summit Roofing' };
export const bright = { slug: 'bright-dental', name: 'Bright Dental' };
export type DemoTenant = typeof summit;

/** Starts the browser that `CHROMIUM_PATH` names. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH, args: flags });
}

/** Where a tenant is served; browsers lead `*.localhost` to this machine. */
export const originOf = ({ slug }: DemoTenant) => `http://${slug}.localhost:${process.env.E2E_WEB_PORT ?? '3001'}`;

export const emailOf = ({ slug }: DemoTenant, role = 'admin') => `${role}@${slug}.example`;

/** A window of its own for a visitor of a tenant's host. */
export async function visit(browser: Browser, tenant: DemoTenant, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: originOf(tenant),
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...options,
  });
  context.setDefaultTimeout(20_000);
  return witness(await context.newPage());
}

/** Signs in through the form, as people do. */
export async function signIn(page: Page, tenant: DemoTenant, role = 'admin'): Promise<Page> {
  // Until the page's script runs, the button would send the form the plain way.
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await page.getByLabel('E-mail address').fill(emailOf(tenant, role));
  await page.getByLabel('Password', { exact: true }).fill(process.env.E2E_PASSWORD ?? 'loctelli-demo-2026');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation').first().waitFor();
  return page;
}

/** Goes to a page and waits until nothing is being loaded any more. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await settled(page);
}

/** Waits until no part of the page is busy or a placeholder; the one that ends a long table stays until its end is in sight. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main [aria-busy="true"], main .shimmer:not(tr[aria-hidden] .shimmer)') === null);
}
