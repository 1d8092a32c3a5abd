import createClient from 'openapi-fetch';
import { noAnswer, toProblem, type ApiProblem } from './problem.ts';
import type { BodyOf, Method, PathOf, QueryOf, ResultOf } from './paths.ts';

export interface CallOptions {
  /** Values for `{name}` parts of the path. */
  params?: Record<string, string | number>;
  /** Query string; `undefined` and `null` entries are left out. Any object is taken, so a contract's query type fits. */
  query?: object;
  /** Sent as JSON; FormData, Blob and URLSearchParams go as they are. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** `blob` or `text` for routes that answer with a file. */
  as?: 'json' | 'text' | 'blob';
  /** Repeats a POST under the same key, so that it happens once. A fresh one is made otherwise. */
  idempotencyKey?: string;
}

type Typed<P extends string, M extends Method> = Omit<CallOptions, 'query' | 'body'> & { query?: QueryOf<P, M>; body?: BodyOf<P, M> };
type Call<M extends Method> = {
  <P extends PathOf<M>>(path: P, options?: Typed<P, M>): Promise<ResultOf<P, M>>;
  <T>(path: string, options?: CallOptions): Promise<T>;
};

/** Calls below `/api/v1`. Every failure is thrown as an ApiProblem. */
export interface Http {
  get: Call<'get'>;
  post: Call<'post'>;
  put: Call<'put'>;
  patch: Call<'patch'>;
  delete: Call<'delete'>;
}

export interface HttpOptions {
  /** Origin of the API; empty for the page's own host. */
  baseUrl?: string;
  /** Bearer token, or where to read the current one; without it the browser's cookies speak. */
  token?: string | (() => string | undefined);
  /** Renews an ended session; answers whether the call is worth repeating. */
  renew?: () => Promise<boolean>;
  fetch?: typeof fetch;
}

const prefix = '/api/v1';
/** A 401 from these is the answer itself, not an ended session. */
const signInRoutes = ['/auth/login', '/auth/login/factor', '/auth/login/passkey', '/auth/refresh', '/auth/register', '/auth/logout', '/auth/reset-password', '/auth/verify-email'];

type Loose = Record<Uppercase<Method>, (path: string, init: unknown) => Promise<{ data?: unknown; error?: unknown; response: Response }>>;

/** Makes an HTTP client. On 401 it renews the session once, for all calls that wait, and repeats the call. */
export function createHttp(options: HttpOptions = {}): Http {
  const client = createClient({
    baseUrl: options.baseUrl ?? '',
    credentials: 'same-origin',
    fetch: (request: Request) => (options.fetch ?? fetch)(request),
    querySerializer: { array: { style: 'form', explode: true } },
  }) as unknown as Loose;

  async function send(method: Uppercase<Method>, path: string, call: CallOptions): Promise<{ data?: unknown; error?: unknown; response: Response }> {
    const token = typeof options.token === 'function' ? options.token() : options.token;
    const headers: Record<string, string> = { accept: 'application/json, application/problem+json', ...call.headers };
    if (token) headers.authorization = `Bearer ${token}`;
    if (method === 'POST') headers['idempotency-key'] = call.idempotencyKey ?? crypto.randomUUID();
    const raw = isRaw(call.body);
    if (raw) headers['content-type'] = null as unknown as string; // the browser writes it, with the form's boundary
    try {
      return await client[method](`${prefix}${path}`, {
        params: { path: call.params, query: call.query && present(call.query) },
        body: call.body,
        ...(raw ? { bodySerializer: (body: unknown) => body } : {}),
        headers,
        signal: call.signal,
        parseAs: call.as ?? 'json',
      });
    } catch (cause) {
      if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
      throw noAnswer(cause);
    }
  }

  const verb =
    (method: Uppercase<Method>) =>
    async (path: string, call: CallOptions = {}): Promise<unknown> => {
      // The key is fixed before the first try: a repeat after renewal must count as the same request.
      const fixed = { ...call, idempotencyKey: call.idempotencyKey ?? (method === 'POST' ? crypto.randomUUID() : undefined) };
      let answer = await send(method, path, fixed);
      if (answer.response.status === 401 && options.renew && !signInRoutes.includes(path) && (await options.renew())) answer = await send(method, path, fixed);
      if (!answer.response.ok) throw toProblem(answer.response, parsed(answer.error)) satisfies ApiProblem;
      return answer.data;
    };

  return { get: verb('GET'), post: verb('POST'), put: verb('PUT'), patch: verb('PATCH'), delete: verb('DELETE') } as unknown as Http;
}

function present(query: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}

function isRaw(body: unknown): boolean {
  return body instanceof FormData || body instanceof Blob || body instanceof URLSearchParams;
}

function parsed(error: unknown): unknown {
  if (typeof error !== 'string') return error;
  try {
    return JSON.parse(error);
  } catch {
    return null;
  }
}
