import type { Page } from '@playwright/test';

interface Watched {
  page: Page;
  /** Answers that were refusals, requests that came to nothing, errors of scripts; the newest last. */
  trouble: string[];
}
const watched: Watched[] = [];

/** Keeps an eye on a page, so that a test that fails can say what was on it. */
export function witness(page: Page): Page {
  const trouble: string[] = [];
  page.on('response', (answer) => answer.status() >= 400 && trouble.push(`${answer.status()} ${answer.request().method()} ${new URL(answer.url()).pathname}`));
  page.on('requestfailed', (request) => request.failure()?.errorText !== 'net::ERR_ABORTED' && trouble.push(`${request.failure()?.errorText} ${new URL(request.url()).pathname}`));
  page.on('pageerror', (error) => trouble.push(error.message));
  watched.push({ page, trouble });
  return page;
}

/** What each open page shows: where it is, its heading, what lies above it, toasts, the focus, and what went wrong on it lately. */
async function describePages(): Promise<string> {
  const seen = await Promise.all(watched.filter(({ page }) => !page.isClosed()).map(describe));
  return seen.join('\n');
}

async function describe({ page, trouble }: Watched): Promise<string> {
  const look = page.evaluate(() => {
    const texts = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)].map((each) => each.innerText.replace(/\s+/g, ' ').slice(0, 120)).join(' | ');
    const { tagName, ariaLabel } = document.activeElement ?? document.body;
    return `heading: ${texts('h1')}; above: ${texts('[role=dialog], [role=menu], [role=listbox]')}; toasts: ${texts('[data-sonner-toast]')}; focus: ${tagName} ${ariaLabel ?? ''}; main: ${texts('main').slice(0, 120)}`;
  });
  const silent = new Promise<string>((resolve) => setTimeout(() => resolve('does not answer'), 3_000).unref());
  const shown = await Promise.race([look.catch((error: Error) => error.message), silent]);
  return `${page.url()}\n  ${shown}\n  trouble: ${trouble.slice(-5).join(', ') || 'none'}`;
}

/** Where environment.mjs, which hears that a test failed, finds it. */
(globalThis as { describePages?: typeof describePages }).describePages = describePages;
