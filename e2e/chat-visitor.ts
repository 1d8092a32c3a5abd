import type { Page } from '@playwright/test';

interface Told {
  status: number;
  body: unknown;
}

/** Somebody on the tenant's website, as its chat speaks for them: through the open doors, without a session. */
export class Visitor {
  private token = '';
  private seen = 0;
  private constructor(
    private readonly page: Page,
    readonly name: string,
  ) {}

  /** @param page any page of the tenant's host, from which the calls are made */
  static async arrive(page: Page, name: string, email?: string): Promise<Visitor> {
    const visitor = new Visitor(page, name);
    const { body } = await visitor.call('POST', '/session', { name, ...(email && { email }), page: 'https://www.example.com/prices' });
    visitor.token = (body as { token: string }).token;
    return visitor;
  }

  async say(text: string): Promise<void> {
    const { status, body } = await this.call('POST', '/messages', { key: crypto.randomUUID(), body: text });
    if (status !== 201) throw new Error(`The visitor could not write: ${status} ${JSON.stringify(body)}`);
  }

  typing = () => this.call('POST', '/typing', { typing: true });

  /** Everything that was written to and by them, in order. */
  async hears(): Promise<string[]> {
    const { body } = await this.call('GET', `/messages?after=${this.seen}&limit=200`);
    return (body as { items: { kind: string; body: string }[] }).items.filter(({ kind }) => kind !== 'event').map(({ body: text }) => text);
  }

  private call(method: string, path: string, body?: unknown): Promise<Told> {
    return this.page.evaluate(
      async ({ method: verb, path: below, body: sent, token }) => {
        const answer = await fetch(`/api/v1/chat/visitor${below}`, {
          method: verb,
          credentials: 'omit',
          headers: { ...(sent === undefined ? {} : { 'content-type': 'application/json' }), ...(token && { 'x-visitor': token }) },
          body: sent === undefined ? undefined : JSON.stringify(sent),
        });
        const text = await answer.text();
        return { status: answer.status, body: text ? JSON.parse(text) : null };
      },
      { method, path, body, token: this.token },
    );
  }
}
