import sharp from 'sharp';
import { FormData } from 'undici';
import { bootKernel, eventually, type Caller, type Kernel } from '../../testing/index.ts';
import { PlatformDatabase } from '../database/database.ts';

let kernel: Kernel;
let admin: Caller;

beforeAll(async () => {
  kernel = await bootKernel();
  admin = await kernel.as(kernel.a);
});
afterAll(() => kernel.close());

const editor = async (caller = admin) => (await caller.get('/brand/editor')).body;
const front = async (tenant = kernel.a) => (await kernel.visitor(tenant).get('/brand')).body.brand;
const save = async (tokens: object) => admin.put('/brand/draft', { version: (await editor()).version, tokens });
const publish = async () => admin.post('/brand/publish', { version: (await editor()).version });

const form = (bytes: Buffer | string, name = 'logo.png') => {
  const data = new FormData();
  data.append('file', new Blob([bytes as BlobPart]), name);
  return data;
};
const png = (width: number, height: number) => sharp({ create: { width, height, channels: 4, background: { r: 200, g: 30, b: 30, alpha: 1 } } }).png().toBuffer();
const raw = (path: string, tenant = kernel.a) => fetch(`${kernel.origin}${path}`, { headers: { 'x-forwarded-host': tenant.host } });

describe('a brand', () => {
  it('is drafted without anybody seeing it, and published for this tenant alone, within a second', async () => {
    const before = await front();
    expect((await save({ colour: '#0d7d8c', radius: 14, sidebar: 'dark', font: 'manrope' })).body).toMatchObject({
      draft: { colour: '#0d7d8c' },
      published: {},
      effective: { colour: '#0d7d8c', name: 'A' },
    });
    expect(await front()).toEqual(before);
    expect((await publish()).body).toMatchObject({ publicationId: expect.any(Number), editor: { draft: null, published: { radius: 14 } } });
    await eventually(async () => expect(await front()).toMatchObject({ colour: '#0d7d8c', radius: 14, sidebar: 'dark', font: 'manrope' }), 1_000);
    expect((await front(kernel.b)).colour).toBe(before.colour);
  });

  it('is audited with what it was before and after', async () => {
    const { items } = (await admin.get('/audit?action=brand.published')).body;
    expect(items[0].changes).toMatchObject({ colour: [null, '#0d7d8c'], radius: [null, 14] });
  });

  it('takes no draft that was made from an older version', async () => {
    const { version } = await editor();
    expect((await admin.put('/brand/draft', { version, tokens: { colour: '#111111' } })).status).toBe(200);
    expect(await admin.put('/brand/draft', { version, tokens: { colour: '#222222' } })).toMatchObject({ status: 409, body: { code: 'core.version-conflict' } });
    expect((await admin.delete(`/brand/draft?version=${version + 1}`)).body).toMatchObject({ draft: null });
  });

  it('that is saved as it is published leaves nothing to publish', async () => {
    const { published } = await editor();
    expect((await save(published)).body.draft).toBeNull();
    expect((await publish()).body.publicationId).toBeNull();
  });

  it('can be undone, and gone back to', async () => {
    await save({ ...(await editor()).published, colour: '#7c3aed', tagline: 'Something new' });
    const { publicationId } = (await publish()).body;
    const restore = async (look: string) => admin.post(`/brand/publications/${publicationId}/restore`, { version: (await editor()).version, look });
    expect((await restore('before')).body.editor.published).toEqual({ colour: '#0d7d8c', radius: 14, sidebar: 'dark', font: 'manrope' });
    expect((await restore('after')).body.editor.published).toMatchObject({ colour: '#7c3aed', tagline: 'Something new', radius: 14 });
    const { items } = (await admin.get('/brand/publications')).body;
    expect(items).toHaveLength(4);
    expect(items[0]).toMatchObject({ by: 'admin of a', fields: expect.arrayContaining(['colour', 'tagline']) });
    const stranger = await kernel.as(kernel.b);
    expect(await stranger.post(`/brand/publications/${publicationId}/restore`, { version: (await editor(stranger)).version, look: 'before' })).toMatchObject({ status: 404 });
  });

  it('is changed by administrators alone', async () => {
    for (const role of ['manager', 'user'] as const) {
      const caller = await kernel.as(kernel.a, role);
      expect((await caller.get('/brand/editor')).status).toBe(403);
      expect((await caller.put('/brand/draft', { version: 1, tokens: {} })).status).toBe(403);
    }
  });

  it.each([
    ['a colour that is CSS', { colour: 'red;}' }],
    ['a link that is a script', { links: { privacy: 'javascript:alert(1)' } }],
    ['a picture from elsewhere', { logo: 'https://evil.example/track.png' }],
    ['a picture that was never uploaded', { logo: '/api/v1/brand/pictures/999/0123456789abcdef' }],
    ['a word that is markup', { wording: { en: { 'clients.client': { one: '<b>x', other: 'y' } } } }],
    ['what it does not know', { css: 'body{}' }],
  ])('refuses %s', async (_what, tokens) => {
    expect(await save(tokens)).toMatchObject({ status: 400, body: { code: 'core.invalid-input' } });
  });

  it('inherits from the agency what does not name it', async () => {
    const platform = kernel.get(PlatformDatabase);
    const agency = await platform.tenant.create({ data: { slug: 'agency', name: 'Agency', kind: 'agency', brand: { name: 'Agency Inc', colour: '#4f46e5', density: 'compact', tagline: 'Ours' } } });
    await platform.tenant.update({ where: { id: kernel.b.id }, data: { parentId: agency.id } });
    const shown = await editor(await kernel.as(kernel.b));
    expect(shown.inherited).toMatchObject({ colour: '#4f46e5', density: 'compact' });
    expect(shown.sources).toMatchObject({ colour: 'agency', density: 'agency', radius: 'default' });
    expect(shown.effective).toMatchObject({ name: 'B', tagline: null, colour: '#4f46e5' });
    expect(JSON.stringify(shown)).not.toContain('Agency Inc');
    await eventually(async () => expect((await front(kernel.b)).density).toBe('compact'), 1_000);
  });
});

describe('a picture', () => {
  it('is drawn anew, shown to anybody on its host alone, for ever', async () => {
    const uploaded = await admin.post('/brand/pictures?kind=logo', form(await png(2000, 500)));
    expect(uploaded).toMatchObject({ status: 201, body: { width: 640, height: 160 } });
    const answer = await raw(uploaded.body.path);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
    });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect((await raw(uploaded.body.path, kernel.b)).status).toBe(404);
    expect((await raw(uploaded.body.path.replace(/.$/, 'g'))).status).toBe(404);
    await save({ logo: uploaded.body.path });
    await publish();
    await eventually(async () => expect((await front()).logo).toBe(uploaded.body.path), 1_000);
  });

  it('of SVG loses its scripts', async () => {
    const svg = '<?xml version="1.0"?><!-- hi --><svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="alert(1)"><script>alert(1)</script><rect width="40" height="20" fill="teal"/></svg>';
    const { body } = await admin.post('/brand/pictures?kind=logoDark', form(svg, 'logo.svg'));
    expect(body).toMatchObject({ width: 384, height: 192 });
    const bytes = Buffer.from(await (await raw(body.path)).arrayBuffer());
    expect(bytes.toString('latin1')).not.toMatch(/script|alert|onload/);
    expect((await sharp(bytes).metadata()).format).toBe('webp');
  });

  it('is what its bytes say, and no more than it may be', async () => {
    expect(await admin.post('/brand/pictures?kind=logo', form('<html><script>alert(1)</script></html>', 'logo.png'))).toMatchObject({ status: 415 });
    expect(await admin.post('/brand/pictures?kind=logo', form('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatchObject({ status: 415 });
    expect(await admin.post('/brand/pictures?kind=logo', form(Buffer.alloc(3 * 1024 * 1024)))).toMatchObject({ status: 413 });
    expect(await admin.post('/brand/pictures?kind=logo', form((await png(300, 300)).subarray(0, 200)))).toMatchObject({ status: 422, body: { code: 'core.unreadable-picture' } });
  });

  it('that no brand names any more is not shown to anybody', async () => {
    const { body } = await admin.post('/brand/pictures?kind=favicon', form(await png(64, 64)));
    await kernel.get(PlatformDatabase).file.updateMany({ where: { tenantId: kernel.a.id, name: 'brand-favicon.png' }, data: { createdAt: new Date(Date.now() - 3 * 3_600_000) } });
    expect((await raw(body.path)).status).toBe(404);
    await save({ favicon: body.path });
    expect((await raw(body.path)).status).toBe(200);
  });
});

it('has an icon in every size, drawn or of its first letter, and a manifest', async () => {
  for (const size of [32, 180, 192, 512]) {
    const answer = await raw(`/api/v1/brand/icon/${size}.png`, kernel.b);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ width: size, height: size });
  }
  expect((await raw('/api/v1/brand/icon/9999.png', kernel.b)).status).toBe(404);
  const { body } = await kernel.visitor(kernel.b).get('/brand/manifest.webmanifest');
  expect(body).toMatchObject({ name: 'B', icons: [{ sizes: '192x192' }, { sizes: '512x512' }] });
});

it('shows a mail as it would be sent', async () => {
  const { body } = await admin.post('/brand/preview/mail', { tokens: { name: 'Rooftop <b>', colour: '#c2410c' }, locale: 'es' });
  expect(body.html).toContain('Rooftop &lt;b&gt;');
  expect(body.html).toContain('#c2410c');
  expect(body.from).toContain('no-reply@a.localhost');
});
