import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Locator, Page } from '@playwright/test';
import { eventually } from '../core/testing/eventually.ts';
import { ask } from './ask.ts';
import { emailOf, originOf, type DemoTenant } from './browser.ts';

export interface ForeignSite {
  /** What tenants allow. */
  origin: string;
  /** The same pages under a name that nobody allows. */
  stranger: string;
  close(): Promise<void>;
}

/**
 * A website of somebody else with a tenant's chat on each page: `/?tenant=<slug>`, with `lang` as its language, `attributes` on the script's tag, and
 * with `strict` under a policy that allows the tenant's host and no inline code or style.
 */
export async function openForeignSite(): Promise<ForeignSite> {
  const server = http.createServer((request, response) => {
    const { searchParams } = new URL(request.url!, 'http://site');
    const host = originOf({ slug: searchParams.get('tenant') ?? '', name: '' });
    const policy = `default-src 'none'; script-src ${host}; connect-src ${host}; img-src ${host} blob:`;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...(searchParams.has('strict') && { 'content-security-policy': policy }) });
    const attributes = (searchParams.get('attributes') ?? '').replaceAll('<', '');
    response.end(
      `<!doctype html><html lang="${searchParams.get('lang') ?? 'en'}"><head><title>Blue Barn</title><meta name="viewport" content="width=device-width, initial-scale=1"></head>` +
        `<body><main><h1>Blue Barn</h1><p>Things for gardens.</p><button type="button">Buy</button></main><script async src="${host}/x/chat/widget.js" ${attributes}></script></body></html>`,
    );
  });
  await new Promise<void>((ready) => server.listen(0, ready));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise<void>((done) => (server.closeAllConnections(), server.close(() => done())));
  return { origin: `http://127.0.0.1:${port}`, stranger: `http://localhost:${port}`, close };
}

export interface PageOptions {
  lang?: string;
  attributes?: string;
  strict?: '';
}
export const pageOf = (origin: string, { slug }: DemoTenant, options: PageOptions = {}) => `${origin}/shop?${new URLSearchParams({ tenant: slug, ...options })}`;

/** A window of somebody who visits that website. */
export async function visitSite(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(30_000);
  return context.newPage();
}

/** A member of staff at the API, from a window of their own that can lose its network too. */
export async function staffOf(browser: Browser, tenant: DemoTenant) {
  const page = await visitSite(browser, { baseURL: originOf(tenant) });
  await page.goto('/sign-in');
  const call = <T = any>(method: string, path: string, body?: unknown) => ask<T>(page, method, path, body);
  await call('POST', '/auth/login', { email: emailOf(tenant), password: process.env.E2E_PASSWORD ?? 'loctelli-demo-2026' });
  const { values: set, chosen } = await call<{ values: Record<string, unknown>; chosen: string[] }>('GET', '/plugins/chat/settings');
  const changed = new Set<string>();
  return {
    page,
    call,
    settings: (values: object) => {
      for (const name of Object.keys(values)) changed.add(name);
      return call('PUT', '/plugins/chat/settings', { values });
    },
    /** Puts the chat's settings back: the tenant is every file's. */
    leave: () => call('PUT', '/plugins/chat/settings', { values: Object.fromEntries([...changed].map((name) => [name, chosen.includes(name) ? set[name] : null])) }),
    /** The conversation whose newest message begins so. */
    async conversation(preview: string): Promise<{ id: number; visitor: any }> {
      const { items } = await call('GET', '/chat/conversations?status=any&limit=50');
      const found = items.find((each: { preview: string }) => each.preview.startsWith(preview));
      if (!found) throw new Error(`No conversation begins with "${preview}".`);
      return found;
    },
    answer: (id: number, body: string, key: string = crypto.randomUUID()) => call('POST', `/chat/conversations/${id}/messages`, { key, body }),
    /** What was said, in order. */
    async said(id: number): Promise<string[]> {
      const { items } = await call('GET', `/chat/conversations/${id}/messages?after=0&limit=200`);
      return items.filter((each: { kind: string }) => each.kind === 'incoming' || each.kind === 'outgoing').map((each: { body: string }) => each.body);
    },
  };
}
export type Staff = Awaited<ReturnType<typeof staffOf>>;

/** The chat on a page. */
export function chatOn(page: Page) {
  const root = page.locator('chat-widget');
  const dialog = root.getByRole('dialog');
  const log = dialog.getByRole('log');
  const write = dialog.getByRole('textbox', { name: 'Write a message' });
  return {
    root,
    dialog,
    log,
    write,
    launcher: root.locator('.launcher'),
    async open() {
      // While the page is still becoming what it is, a first click may come too early, as a person's would.
      await eventually(async () => {
        if (!(await dialog.isVisible())) await root.locator('.launcher').click({ timeout: 5_000 });
        await dialog.waitFor({ timeout: 5_000 });
      }, 30_000);
    },
    async say(text: string) {
      await write.fill(text);
      await write.press('Enter');
    },
    /** What is shown after the greeting, in order. */
    shown: () => log.locator('.message .bubble:not(.typing)').allTextContents().then((texts) => texts.slice(1)),
    confirmed: (text: string): Locator => log.locator('.message.mine', { hasText: text }).filter({ hasNotText: /Sending|Will be sent/ }),
    theirs: (text: string): Locator => log.locator('.message:not(.mine)', { hasText: text }),
  };
}
