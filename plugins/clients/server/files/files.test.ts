import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FormData } from 'undici';
import { bootKernel, type Caller, type Kernel } from '@loctelli/core/testing';
import manifest from '../../plugin.json';
import { cleanName } from './file-type.ts';

let kernel: Kernel;
let admin: Caller;
let user: Caller;
let stranger: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: [{ manifest: manifest as never, load: () => import('../index.ts') }] });
  [admin, user, stranger] = await Promise.all([kernel.as(kernel.a), kernel.as(kernel.a, 'user'), kernel.as(kernel.b)]);
}, 60_000);
afterAll(() => kernel?.close());

const clientOf = async (caller: Caller, name: string): Promise<number> => (await caller.post('/clients', { name })).body.id;
const upload = (caller: Caller, id: number, name: string, bytes: string | Uint8Array) => {
  const form = new FormData();
  form.append('file', new Blob([bytes as BlobPart], { type: 'image/png' }), name);
  return caller.post(`/clients/${id}/files`, form);
};
const stored = async () => (await readdir(join(kernel.config.dataDir, 'files', String(kernel.a.id))).catch(() => [])).length;
const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF');
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

test.each([
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ana\\quote.pdf', 'quote.pdf'],
  ['invoice\u202Egpj.exe', 'invoicegpj.exe'],
  ['..', 'file'],
  ['a"b<c>.txt', 'abc.txt'],
  [' plan \n v2 .png', 'plan v2 .png'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(196)}.pdf`],
  ['عرض.pdf', 'عرض.pdf'],
])('the name %j is kept as %j', (sent, kept) => expect(cleanName(sent)).toBe(kept));

test('a file is what its bytes say, comes back byte by byte, and only to be saved', async () => {
  const id = await clientOf(admin, 'Keeps Files');
  const made = await upload(admin, id, 'presupuesto nº 1.png', pdf);
  expect([made.status, made.body]).toEqual([
    201,
    expect.objectContaining({ name: 'presupuesto nº 1.png', mime: 'application/pdf', size: pdf.length, createdByName: 'admin of a' }),
  ]);
  const { status, headers, body } = await admin.get(`/clients/${id}/files/${made.body.id}/content`);
  expect([status, body]).toEqual([200, pdf.toString()]);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="presupuesto n_ 1.png"; filename*=UTF-8''presupuesto%20n%C2%BA%201.png`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining('sandbox'),
  });
  expect((await admin.get(`/clients/${id}/files`)).body.items).toEqual([made.body]);
});

test('text of any kind is plain text, and what nobody knows is bytes', async () => {
  const id = await clientOf(admin, 'Types');
  const typeOf = async (name: string, bytes: string | Uint8Array) => (await upload(admin, id, name, bytes)).body.mime;
  expect(await typeOf('page.html', '<script>alert(1)</script>')).toBe('text/plain');
  expect(await typeOf('note.txt', 'Grüße')).toBe('text/plain');
  expect(await typeOf('roof.txt', png)).toBe('image/png');
  expect(await typeOf('blob.txt', new Uint8Array([0, 1, 2, 0xff, 0xfe, 3]))).toBe('application/octet-stream');
});

test('nothing of a file stays that is too large or was deleted', async () => {
  const id = await clientOf(admin, 'Space');
  const before = await stored();
  const refused = await upload(admin, id, 'large.bin', new Uint8Array(25 * 1024 * 1024 + 1));
  expect([refused.status, refused.body.code]).toEqual([413, 'core.too-large']);
  expect((await admin.post(`/clients/${id}/files`)).body.code).toBe('clients.file-missing');
  expect(await stored()).toBe(before);
  const { body: file } = await upload(admin, id, 'gone.txt', 'Gone');
  expect(await stored()).toBe(before + 1);
  expect((await admin.delete(`/clients/${id}/files/${file.id}`)).status).toBe(204);
  expect(await stored()).toBe(before);
  expect((await admin.delete(`/clients/${id}/files/${file.id}`)).body.code).toBe('clients.client-file-not-found');
  const { body: timeline } = await admin.get(`/clients/${id}/timeline?kinds=clients.file-added,clients.file-removed`);
  expect(timeline.items.map(({ kind, params }: { kind: string; params: object }) => [kind, params])).toEqual([
    ['clients.file-removed', { name: 'gone.txt' }],
    ['clients.file-added', { name: 'gone.txt' }],
  ]);
});

test('files of a client that is out of reach answer as if it never were, and by no other client’s path', async () => {
  const id = await clientOf(admin, 'Private');
  const { body: file } = await upload(admin, id, 'secret.txt', 'Secret');
  const before = await stored();
  for (const caller of [user, stranger]) {
    expect((await caller.get(`/clients/${id}/files`)).body.code).toBe('clients.not-found');
    expect((await caller.get(`/clients/${id}/files/${file.id}/content`)).body.code).toBe('clients.not-found');
    expect((await caller.delete(`/clients/${id}/files/${file.id}`)).body.code).toBe('clients.not-found');
    expect((await upload(caller, id, 'x.txt', 'x')).body.code).toBe('clients.not-found');
    const own = await clientOf(caller, 'Own');
    expect((await caller.get(`/clients/${own}/files/${file.id}/content`)).body.code).toBe('clients.client-file-not-found');
  }
  expect(await stored()).toBe(before);
});
