import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** What the first page may weigh, in bytes of script as it travels. */
export const scriptLimit = 170_000;

/**
 * Script that a page names in its HTML, so what its first painting and its waking up wait for, compressed as it travels. Parts fetched
 * later, when the page stands or somebody points at something, are not in it; the one for browsers without modules is never fetched.
 */
export async function scriptWeight(page: Page, path: string): Promise<{ bytes: number; files: number }> {
  // Asked from inside the page: browsers lead `*.localhost` to this machine, Node does not.
  if (page.url() === 'about:blank') await page.goto('/sign-in');
  const fetched = (url: string) => page.evaluate(async (one) => (await fetch(one)).text(), url);
  const html = await fetched(path);
  const old = new Set([...html.matchAll(/<script[^>]*src="([^"]+)"[^>]*noModule/gi)].map(([, src]) => fileOf(src!)));
  const files = [...new Set([...html.matchAll(/static\/chunks\/[\w.~-]+\.js/g)].map(([file]) => file))].filter((file) => !old.has(file));
  let bytes = 0;
  for (const file of files) bytes += gzipSync(await fetched(`/_next/${file}`)).length;
  return { bytes, files: files.length };
}

const fileOf = (src: string) => /static\/chunks\/[\w.~-]+\.js/.exec(src)?.[0] ?? src;

/** All script that came, compressed, until a page could be used: also what a page of a plugin fetches once its frame stands. */
export async function loadedScript(page: Page, path: string, ready: (page: Page) => Promise<unknown>): Promise<{ bytes: number; files: number }> {
  const bodies = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') bodies.set(response.url(), response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(path);
  await ready(page);
  const sizes = await Promise.all(bodies.values());
  return { bytes: sizes.reduce((sum, size) => sum + size, 0), files: sizes.length };
}
