import { createHttp } from './http.ts';

const baseUrl = 'http://api.test';

/** An API that keeps the addresses it was asked for. */
function stage() {
  const seen: string[] = [];
  const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', 'x-request-id': 'req-1' } });
  const send = (async (request: Request) => {
    seen.push(request.url);
    if (request.url.endsWith('/broken')) return new Response('<html>', { status: 502 });
    if (request.url.endsWith('/wrong')) return answer(400, { type: 'about:blank', title: 'Bad', status: 400, detail: 'Look again.', code: 'core.invalid-input', errors: [{ path: 'name', code: 'too_small', message: 'x' }] });
    return answer(200, { items: [] });
  }) as unknown as typeof fetch;
  return { seen, send };
}

describe('http', () => {
  it('fills the path, leaves out absent query values and repeats list values', async () => {
    const { seen, send } = stage();
    await createHttp({ baseUrl, fetch: send }).get('/users/{id}', { params: { id: 7 }, query: { search: '', role: undefined, tag: ['a', 'b'] } });
    expect(seen[0]).toBe(`${baseUrl}/api/v1/users/7?tag=a&tag=b`);
  });

  it('throws the server’s problem with its request id, and one of its own for what is no problem document', async () => {
    const { send } = stage();
    const http = createHttp({ baseUrl, fetch: send });
    await expect(http.get('/wrong')).rejects.toMatchObject({ status: 400, code: 'core.invalid-input', requestId: 'req-1', document: { errors: [{ path: 'name' }] } });
    await expect(http.get('/broken')).rejects.toMatchObject({ status: 502, code: 'core.internal' });
    await expect(createHttp({ baseUrl, fetch: () => Promise.reject(new TypeError('refused')) }).get('/users')).rejects.toMatchObject({ status: 0, code: 'core.offline' });
  });

});
