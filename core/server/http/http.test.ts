import { bootKernel, type Kernel } from '@loctelli/core/testing';

let kernel: Kernel;
beforeAll(async () => {
  kernel = await bootKernel();
});
afterAll(() => kernel.close());

describe('the door', () => {
  it('answers who the tenant is before sign-in, by host, however it is spelled', async () => {
    for (const host of ['a.localhost', 'A.localhost:3001', 'a.localhost.']) {
      const { status, body } = await kernel.visitor(kernel.a).at(host).get('/brand');
      expect([status, body.slug]).toEqual([200, 'a']);
    }
  });

  it('answers an unknown host with a problem that names nobody', async () => {
    const { status, headers, body } = await kernel.visitor(kernel.a).at('nobody.localhost').get('/brand');
    expect(status).toBe(404);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ status: 404, code: 'core.unknown-host', instance: '/api/v1/brand' });
    expect(body.requestId).toBe(headers.get('x-request-id'));
  });

  it('demands a sign-in, then a permission', async () => {
    expect(await kernel.visitor(kernel.a).get('/users')).toMatchObject({ status: 401, body: { code: 'core.sign-in-required' } });
    expect(await (await kernel.as(kernel.a, 'user')).get('/users')).toMatchObject({ status: 403, body: { code: 'core.forbidden' } });
    expect(await (await kernel.as(kernel.a)).get('/users')).toMatchObject({ status: 200 });
  });

  it('refuses a token on another tenant’s host', async () => {
    const admin = await kernel.as(kernel.a);
    expect(await admin.at(kernel.b.host).get('/users')).toMatchObject({ status: 401, body: { code: 'core.sign-in-required' } });
  });

  it('answers an id of another tenant like one that never was', async () => {
    const admin = await kernel.as(kernel.a);
    const [foreign, never] = [await admin.get(`/users/${kernel.b.users.admin.id}`), await admin.get('/users/99999999')];
    const shape = ({ status, body }: typeof foreign) => ({ status, ...body, instance: '', requestId: '' });
    expect(foreign.status).toBe(404);
    expect(shape(foreign)).toEqual(shape(never));
  });
});

describe('input', () => {
  it('names every field at fault, unknown ones too', async () => {
    const { status, body } = await kernel.visitor(kernel.a).post('/auth/login', { email: { not: 'x' }, password: '', remember: true });
    expect(status).toBe(400);
    expect(body.code).toBe('core.invalid-input');
    expect(body.errors.map((error: { path: string }) => error.path).sort()).toEqual(['email', 'password', 'remember']);
  });

  it.each([
    ['no JSON', 'not json', 'application/json', 400, 'core.malformed-request'],
    ['another content type', '<a/>', 'application/xml', 415, 'core.unsupported-media'],
    ['a body beyond 1 MiB', JSON.stringify({ email: 'x'.repeat(1_100_000) }), 'application/json', 413, 'core.too-large'],
  ])('answers %s with a problem', async (_what, text, type, status, code) => {
    expect(await kernel.visitor(kernel.a).post('/auth/login', text, { 'content-type': type })).toMatchObject({ status, body: { code } });
  });

  it('answers an unknown path with a problem, and an unsound id', async () => {
    expect(await kernel.visitor(kernel.a).get('/nowhere')).toMatchObject({ status: 404, body: { code: 'core.not-found' } });
    const admin = await kernel.as(kernel.a);
    for (const id of ['0', '-1', '1.5', 'abc', '99999999999', "1'--"]) expect((await admin.get(`/users/${encodeURIComponent(id)}`)).status).toBe(400);
  });
});

describe('output', () => {
  it('keeps everything out of shared caches and states the limits', async () => {
    const { headers } = await (await kernel.as(kernel.a)).get('/users');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('ratelimit')).toMatch(/^"tenant";r=\d+;t=\d+$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('never shows a password or a digest', async () => {
    const admin = await kernel.as(kernel.a);
    const answers = await Promise.all(['/users', `/users/${kernel.a.users.user.id}`, '/auth/profile', '/me', '/api-keys', '/invitations'].map((path) => admin.get(path)));
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toMatch(/\$2[aby]\$|"password"|"digest"/);
  });
});

describe('operations', () => {
  it('serves health, readiness, metrics and OpenAPI 3.1 without a tenant', async () => {
    const visitor = kernel.visitor(kernel.a).at('10.0.0.1');
    expect(await visitor.get('//healthz')).toMatchObject({ status: 200 });
    expect(await visitor.get('//readyz')).toMatchObject({ status: 200, body: { status: 'ready', postgres: 'up', redis: 'up' } });
    expect((await visitor.get('//metrics')).body).toContain('http_request_duration_seconds_bucket');
    const { body } = await visitor.get('//openapi.json');
    expect(body.openapi).toMatch(/^3\.1/);
    expect(body.paths['/api/v1/users'].get.responses['200'].content['application/json'].schema).toEqual({ $ref: '#/components/schemas/UserPage' });
    // A query schema with an id of its own would be documented as one parameter too few: all of them.
    const parameters = body.paths['/api/v1/users'].get.parameters.map(({ name }: { name: string }) => name);
    expect(parameters.sort()).toEqual(['cursor', 'isActive', 'limit', 'role', 'search', 'teamId']);
    expect(body.components.schemas.Login.additionalProperties).toBe(false);
    expect((await visitor.get('//docs')).status).toBe(200);
  });
});

describe('a POST that is sent twice', () => {
  it('is done once and answered alike, also when both arrive at once', async () => {
    const admin = await kernel.as(kernel.a);
    const role = { name: 'Twice', grants: { 'users.read': 'all' } };
    const key = { 'idempotency-key': crypto.randomUUID() };
    const answers = await Promise.all([1, 2, 3].map(() => admin.post('/roles', role, key)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const { body } = await admin.get('/roles');
    expect(body.items.filter(({ name }: { name: string }) => name === 'Twice')).toHaveLength(1);
  });

  it('is refused when the second says something else, and free to another user', async () => {
    const admin = await kernel.as(kernel.a);
    const key = { 'idempotency-key': crypto.randomUUID() };
    await admin.post('/roles', { name: 'First', grants: {} }, key);
    expect(await admin.post('/roles', { name: 'Second', grants: {} }, key)).toMatchObject({ status: 422, body: { code: 'core.idempotency-mismatch' } });
    expect((await (await kernel.as(kernel.b)).post('/roles', { name: 'Second', grants: {} }, key)).status).toBe(201);
  });
});
