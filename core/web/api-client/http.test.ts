import { createApi } from './create-api.ts';
import { defineApi } from './define-api.ts';
import { createHttp } from './http.ts';
import { ApiProblem } from './problem.ts';
import { singleRenewal } from './session.ts';

interface Seen {
  method: string;
  url: string;
  key: string | null;
  authorization: string | null;
  body: string;
}

/** An API that refuses until the session was renewed. */
function stage() {
  const seen: Seen[] = [];
  let fresh = false;
  const answer = (status: number, body?: unknown) => new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'content-type': 'application/json', 'x-request-id': 'req-1' } });
  const send = (async (request: Request) => {
    seen.push({ method: request.method, url: request.url, key: request.headers.get('idempotency-key'), authorization: request.headers.get('authorization'), body: await request.text() });
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/auth/refresh')) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      fresh = true;
      return answer(200, {});
    }
    if (pathname.endsWith('/broken')) return new Response('<html>', { status: 502 });
    if (pathname.endsWith('/wrong')) return answer(400, { type: 'about:blank', title: 'Bad', status: 400, detail: 'Look again.', code: 'core.invalid-input', errors: [{ path: 'name', code: 'too_small', message: 'x' }] });
    if (!fresh) return answer(401, { type: 'about:blank', title: 'No', status: 401, detail: 'Sign in.', code: 'core.sign-in-required' });
    return request.method === 'DELETE' ? answer(204) : answer(200, { items: [] });
  }) as unknown as typeof fetch;
  return { seen, send };
}
const baseUrl = 'http://api.test';

describe('http', () => {
  it('renews the session once for all calls that fail together, and repeats each of them once', async () => {
    const { seen, send } = stage();
    const bare = createHttp({ baseUrl, fetch: send });
    const renew = singleRenewal(() => bare.post('/auth/refresh', { body: {} }), () => undefined);
    const http = createHttp({ baseUrl, fetch: send, renew });
    await Promise.all(Array.from({ length: 20 }, () => http.get('/users')));
    expect(seen.filter(({ url }) => url.endsWith('/auth/refresh'))).toHaveLength(1);
    expect(seen.filter(({ url }) => url.endsWith('/users'))).toHaveLength(40);
  });

  it('repeats a POST under the same Idempotency-Key', async () => {
    const { seen, send } = stage();
    const bare = createHttp({ baseUrl, fetch: send });
    const http = createHttp({ baseUrl, fetch: send, renew: singleRenewal(() => bare.post('/auth/refresh'), () => undefined) });
    await http.post('/clients', { body: { name: 'Ada' } });
    const [first, second] = seen.filter(({ url }) => url.endsWith('/clients'));
    expect(first?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toMatchObject({ key: first?.key, body: '{"name":"Ada"}' });
  });

  it('ends the session only on a clear refusal, not when the server is away', async () => {
    const ended = jest.fn();
    const refuse = (status: number) => singleRenewal(() => Promise.reject(new ApiProblem({ type: '', title: '', status, detail: '', code: 'x' })), ended);
    expect(await refuse(503)()).toBe(false);
    expect(ended).not.toHaveBeenCalled();
    expect(await refuse(401)()).toBe(false);
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it('fills the path, leaves out absent query values and repeats list values', async () => {
    const { seen, send } = stage();
    await createHttp({ baseUrl, fetch: send }).get('/users/{id}', { params: { id: 7 }, query: { search: '', role: undefined, tag: ['a', 'b'] } }).catch(() => null);
    expect(seen[0]?.url).toBe(`${baseUrl}/api/v1/users/7?tag=a&tag=b`);
  });

  it('throws the server’s problem with its request id, and one of its own for what is no problem document', async () => {
    const { send } = stage();
    const http = createHttp({ baseUrl, fetch: send });
    await expect(http.get('/wrong')).rejects.toMatchObject({ status: 400, code: 'core.invalid-input', requestId: 'req-1', document: { errors: [{ path: 'name' }] } });
    await expect(http.get('/broken')).rejects.toMatchObject({ status: 502, code: 'core.internal' });
    await expect(createHttp({ baseUrl, fetch: () => Promise.reject(new TypeError('refused')) }).get('/users')).rejects.toMatchObject({ status: 0, code: 'core.offline' });
  });

  it('works outside the browser with a bearer token, plugins’ endpoints included', async () => {
    const { seen, send } = stage();
    const clients = defineApi((http) => ({ getClientsByUser: (userId: number) => http.get<{ items: unknown[] }>('/users/{userId}/clients', { params: { userId } }) }));
    const api = createApi({ baseUrl, token: 'secret', fetch: send }, { clients });
    await api.auth.refresh('r');
    await expect(api.clients.getClientsByUser(1)).resolves.toEqual({ items: [] });
    await expect(api.users.getUsers({ limit: 5 })).resolves.toEqual({ items: [] });
    expect(seen.every(({ authorization }) => authorization === 'Bearer secret')).toBe(true);
  });
});
