import type { Page } from '@playwright/test';

export interface Told<T> {
  status: number;
  body: T;
}

/** What the API answers to a page's own script: as whoever is signed in there, at the page's host. An answer without content is null. */
export async function told<T = unknown>(page: Page, method: string, path: string, body?: unknown): Promise<Told<T>> {
  const { status, text } = await page.evaluate(
    async ([how, where, what]) => {
      const answer = await fetch(`/api/v1${where}`, { method: how!, ...(what && { headers: { 'content-type': 'application/json' }, body: what }) });
      return { status: answer.status, text: await answer.text() };
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)],
  );
  return { status, body: (text ? JSON.parse(text) : null) as T };
}

/** The same where a refusal is a fault. */
export async function ask<T = unknown>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await told<T>(page, method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
}
