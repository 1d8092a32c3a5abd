import { defineApi } from './define-api.ts';
import { createApi } from './create-api.ts';
import { createHttp } from './http.ts';
import { ApiProblem } from './problem.ts';
import { singleRenewal } from './session.ts';

interface Call {
  path: string;
  method: string;
  key: string | null;
  authorization: string | null;
  body: string;
}

/** A server whose sessions have ended until `/auth/refresh` was called. */
function endedSession(refreshStatus = 200) {
  const calls: Call[] = [];
  let renewed = false;
  const serve = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    calls.push({ path: pathname, method: request.method, key: request.headers.get('idempotency-key'), authorization: request.headers.get('authorization'), body: await request.text() });
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (pathname === '/api/v1/auth/refresh') {
      renewed = refreshStatus === 200;
      return answer(refreshStatus, refreshStatus === 200 ? {} : problem(refreshStatus, refreshStatus === 401 ? 'core.session-ended' : 'core.unavailable'));
    }
    return renewed ? answer(200, { ok: true }) : answer(401, problem(401, 'core.sign-in-required'));
  };
  const ended = jest.fn();
  const options = { baseUrl: 'http://acme.localhost', fetch: serve as typeof fetch };
  const bare = createHttp(options);
  const renew = singleRenewal(() => bare.post('/auth/refresh', { body: {} }), ended);
  return { calls, ended, http: createHttp({ ...options, renew }), refreshes: () => calls.filter(({ path }) => path.endsWith('/auth/refresh')).length };
}

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' } });
const problem = (status: number, code: string) => ({ type: 'about:blank', title: 'x', status, detail: 'x', code });

it('renews once for all calls that find the session ended, and repeats each once', async () => {
  const { http, calls, refreshes } = endedSession();
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => http.get(`/clients/${index}`)));
  expect(answers).toEqual(Array(20).fill({ ok: true }));
  expect(refreshes()).toBe(1);
  expect(calls).toHaveLength(41);
});

it('renews again when a later session ends too', async () => {
  const first = jest.fn(async () => undefined);
  const renew = singleRenewal(first, jest.fn());
  await Promise.all([renew(), renew()]);
  await renew();
  expect(first).toHaveBeenCalledTimes(2);
});

it('repeats a POST under the same idempotency key and with the same body', async () => {
  const { http, calls } = endedSession();
  await http.post('/clients', { body: { name: 'Ada' } });
  const posts = calls.filter(({ path }) => path === '/api/v1/clients');
  expect(posts).toHaveLength(2);
  expect(posts[0]!.key).toMatch(/^[0-9a-f-]{36}$/);
  expect(posts[1]).toMatchObject({ key: posts[0]!.key, body: '{"name":"Ada"}' });
});

it('gives every POST a key of its own', async () => {
  const { http, calls } = endedSession();
  await Promise.all([http.post('/a', { body: {} }), http.post('/a', { body: {} })]);
  expect(new Set(calls.filter(({ path }) => path === '/api/v1/a').map(({ key }) => key)).size).toBe(2);
});

it('ends the session when the server refuses to renew it, once, and hands the failure on', async () => {
  const { http, ended } = endedSession(401);
  const results = await Promise.allSettled([http.get('/clients'), http.get('/users')]);
  expect(results.every((result) => result.status === 'rejected' && result.reason instanceof ApiProblem && result.reason.status === 401)).toBe(true);
  expect(ended).toHaveBeenCalledTimes(1);
});

it('signs nobody out because the server is away for a moment', async () => {
  const { http, ended } = endedSession(503);
  await expect(http.get('/clients')).rejects.toMatchObject({ status: 401 });
  expect(ended).not.toHaveBeenCalled();
});

it('takes a wrong password for an answer, not for an ended session', async () => {
  const { http, refreshes } = endedSession();
  await expect(http.post('/auth/login', { body: {} })).rejects.toMatchObject({ status: 401 });
  expect(refreshes()).toBe(0);
});

it('speaks with a bearer token outside the browser, for plugins too', async () => {
  const seen: string[] = [];
  const things = defineApi((http) => ({ getThing: (id: number) => http.get<{ ok: boolean }>('/things/{id}', { params: { id } }) }));
  const api = createApi(
    { baseUrl: 'http://acme.localhost', token: 'secret', fetch: (async (request: Request) => (seen.push(`${request.headers.get('authorization')} ${request.url}`), answer(200, { ok: true }))) as typeof fetch },
    { things },
  );
  await api.users.getUsers({ search: 'a b', role: undefined });
  await api.things.getThing(7);
  expect(seen).toEqual(['Bearer secret http://acme.localhost/api/v1/users?search=a%20b', 'Bearer secret http://acme.localhost/api/v1/things/7']);
});

it('says "no answer" in its own code when the network fails, and keeps a proxy\'s status', async () => {
  const offline = createHttp({ baseUrl: 'http://acme.localhost', fetch: (async () => Promise.reject(new TypeError('fetch failed'))) as typeof fetch });
  await expect(offline.get('/clients')).rejects.toMatchObject({ code: 'core.offline', status: 0 });
  const proxy = createHttp({ baseUrl: 'http://acme.localhost', fetch: (async () => new Response('<html>bad gateway</html>', { status: 502, headers: { 'x-request-id': 'r1' } })) as typeof fetch });
  await expect(proxy.get('/clients')).rejects.toMatchObject({ code: 'core.internal', status: 502, requestId: 'r1' });
});
