import { Agent, fetch, type BodyInit } from 'undici';

/** What a call was answered. `body` is parsed when it is JSON, text otherwise. */
export interface Answered<T = any> {
  status: number;
  headers: Headers;
  body: T;
}

const agent = new Agent({ connections: 64 });

/** Speaks to the API over HTTP, on one tenant's host, signed in or not. */
export class Caller {
  constructor(
    readonly origin: string,
    readonly host: string,
    readonly headers: Record<string, string> = {},
  ) {}

  /** The same caller with further headers. */
  with(headers: Record<string, string>): Caller {
    return new Caller(this.origin, this.host, { ...this.headers, ...headers });
  }

  /** The same credentials on another host. */
  at(host: string): Caller {
    return new Caller(this.origin, host, this.headers);
  }

  get = (path: string, headers = {}) => this.send('GET', path, undefined, headers);
  post = (path: string, body?: unknown, headers = {}) => this.send('POST', path, body, headers);
  put = (path: string, body?: unknown, headers = {}) => this.send('PUT', path, body, headers);
  patch = (path: string, body?: unknown, headers = {}) => this.send('PATCH', path, body, headers);
  delete = (path: string, headers = {}) => this.send('DELETE', path, undefined, headers);

  /** @param path below `/api/v1`, or from the root when it begins with `//` */
  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answered> {
    const isForm = body !== null && typeof body === 'object' && body.constructor.name === 'FormData';
    const response = await fetch(this.origin + (path.startsWith('//') ? path.slice(1) : `/api/v1${path}`), {
      method,
      dispatcher: agent,
      redirect: 'manual',
      headers: { 'x-forwarded-host': this.host, ...(body !== undefined && !isForm && { 'content-type': 'application/json' }), ...this.headers, ...headers },
      ...(body !== undefined && { body: (isForm || typeof body === 'string' ? body : JSON.stringify(body)) as BodyInit }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers as unknown as Headers, body: isJson && text ? JSON.parse(text) : text };
  }
}
