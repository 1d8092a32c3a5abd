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
  /** Told which share of the body has left, from 0 to 1. */
  onProgress?: (share: number) => void;
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

interface Answer {
  data?: unknown;
  response: Response;
}

/** Makes an HTTP client. On 401 it renews the session once, for all calls that wait, and repeats the call. */
export function createHttp(options: HttpOptions = {}): Http {
  async function send(method: string, path: string, call: CallOptions): Promise<Answer> {
    const token = typeof options.token === 'function' ? options.token() : options.token;
    const headers = new Headers({ accept: 'application/json, application/problem+json', ...call.headers });
    if (token) headers.set('authorization', `Bearer ${token}`);
    if (call.idempotencyKey) headers.set('idempotency-key', call.idempotencyKey);
    const raw = isRaw(call.body);
    // A form's content type carries its boundary, which the browser writes.
    if (call.body !== undefined && !raw) headers.set('content-type', 'application/json');
    const body = call.body === undefined ? undefined : raw ? (call.body as BodyInit) : JSON.stringify(call.body);
    try {
      const request = new Request((options.baseUrl ?? '') + addressOf(path, call), { method, headers, body, signal: call.signal, credentials: 'same-origin' });
      const response = call.onProgress ? await (await import('./upload.ts')).upload(request, body, call.onProgress) : await (options.fetch ?? fetch)(request);
      if (!response.ok) return { response, data: parsed(await response.text()) };
      if (response.status === 204 || response.headers.get('content-length') === '0') return { response };
      return { response, data: call.as === 'blob' ? await response.blob() : call.as === 'text' ? await response.text() : parsed(await response.text()) };
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
      if (!answer.response.ok) throw toProblem(answer.response, answer.data) satisfies ApiProblem;
      return answer.data;
    };

  return { get: verb('GET'), post: verb('POST'), put: verb('PUT'), patch: verb('PATCH'), delete: verb('DELETE') } as unknown as Http;
}

/** Fills the path's `{name}` parts and appends the query: empty values are left out, lists repeat their name. */
function addressOf(path: string, { params = {}, query = {} }: CallOptions): string {
  const filled = path.replace(/\{(\w+)\}/g, (part, name: string) => (name in params ? encodeURIComponent(params[name]!) : part));
  const pairs = Object.entries(query as Record<string, unknown>).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined && one !== null && one !== '').map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`),
  );
  return `${prefix}${filled}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

function isRaw(body: unknown): boolean {
  return body instanceof FormData || body instanceof Blob || body instanceof URLSearchParams;
}

/** JSON where it is JSON; an answer of something that is not the API is null. */
function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return null;
  }
}
