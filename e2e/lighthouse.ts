import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { flags, originOf, signIn, summit } from './browser.ts';
import { scriptWeight } from './page-weight.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** One page as Lighthouse judges it; scores of 100. */
export interface Judged {
  page: string;
  form: 'mobile' | 'desktop';
  scores: Record<(typeof categories)[number], number>;
  /** Layout shift, and milliseconds to the largest painting. */
  shift: number;
  paint: number;
  /** Bytes of script that the page names. */
  script: number;
  /** Audits that cost points. */
  lost: string[];
}

/** Judges sign-in and dashboard, on a phone's and on a desktop's terms, signed in as the demo's administrator. */
export async function judgePages(tell: (judged: Judged) => void): Promise<Judged[]> {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'lighthouse-'));
  const port = await freePort();
  // Lighthouse opens its tab in the browser's own context: signing in there is what it finds.
  const context = await chromium.launchPersistentContext(profile, { executablePath: process.env.CHROMIUM_PATH, args: [...flags, `--remote-debugging-port=${port}`], baseURL: originOf(summit), locale: 'en-US' });
  const judged: Judged[] = [];
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    for (const [name, url] of [['sign-in', '/sign-in'], ['dashboard', '/']] as const) {
      if (name === 'dashboard') await signIn(page, summit);
      for (const form of ['mobile', 'desktop'] as const) {
        const one = await judge(page, name, url, form, port);
        judged.push(one);
        tell(one);
      }
    }
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
  return judged;
}

async function judge(page: Page, name: string, url: string, form: Judged['form'], port: number): Promise<Judged> {
  const { bytes } = await scriptWeight(page, url);
  const result = await lighthouse(originOf(summit) + url, { port, output: 'json', logLevel: 'error', onlyCategories: [...categories], disableStorageReset: true }, form === 'desktop' ? desktopConfig : undefined);
  if (!result) throw new Error(`Lighthouse gave no answer for ${name}`);
  const { lhr } = result;
  const scores = Object.fromEntries(categories.map((id) => [id, Math.round((lhr.categories[id]?.score ?? 0) * 100)])) as Judged['scores'];
  const counted = new Set(categories.flatMap((id) => lhr.categories[id]?.auditRefs.filter(({ weight }) => weight > 0).map((ref) => ref.id) ?? []));
  const lost = Object.values(lhr.audits).filter((audit) => counted.has(audit.id) && audit.score !== null && audit.score < 0.9).map(({ id, score, displayValue }) => `${id} ${score}${displayValue ? ` (${displayValue})` : ''}`);
  return { page: name, form, scores, shift: lhr.audits['cumulative-layout-shift']?.numericValue ?? 0, paint: lhr.audits['largest-contentful-paint']?.numericValue ?? 0, script: bytes, lost };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
