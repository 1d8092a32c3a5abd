import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { bootKernel, eventually, pluginWithRequired, type Caller, type Kernel } from '@loctelli/core/testing';

let kernel: Kernel;
let admin: Caller;
let visitor: Caller;

beforeAll(async () => {
  kernel = await bootKernel({ plugins: pluginWithRequired('webhooks') });
  admin = await kernel.as(kernel.a);
  visitor = kernel.visitor(kernel.a);
}, 60_000);
afterAll(() => kernel?.close());

const mapping = [
  { target: 'name', paths: ['contact.first', 'contact.last'] },
  { target: 'email', paths: ['contact.email'] },
  { target: 'phone', paths: ['contact.phone'] },
  { target: 'tags', paths: ['labels[*].name'] },
];
async function receiver(more: object = {}) {
  const { status, body } = await admin.post('/webhooks/receivers', { name: 'Website', scheme: 'none', mapping, ...more });
  expect([status, body]).toEqual([201, expect.objectContaining({ path: expect.stringMatching(/^\/api\/v1\/webhooks\/in\/[\w-]{32}$/) })]);
  return { ...body, door: body.path.slice('/api/v1'.length) };
}
const contact = (email: string, more: object = {}) => ({ contact: { first: 'Ana', last: 'Ruiz', email, ...more }, labels: [{ name: 'web' }, { name: 'roof' }] });
const receipt = (id: number) => eventually(async () => {
  const { body } = await admin.get(`/webhooks/receipts/${id}`);
  expect(body.status).not.toBe('waiting');
  return body;
});

test('what comes in becomes a client, is logged with its outcome, and told as an event', async () => {
  const { door, id } = await receiver({ tags: ['lead'], source: 'Landing page' });
  const { status, body } = await visitor.post(door, contact('ana@casa.example', { phone: '+1 415 555 0120' }));
  expect([status, body]).toEqual([202, { id: expect.any(Number), duplicate: false }]);
  const done = await receipt(body.id);
  expect(done).toMatchObject({ status: 'done', outcome: 'created', clientName: 'Ana Ruiz', receiverId: id });
  expect(JSON.parse(done.body).contact.email).toBe('ana@casa.example');
  expect((await admin.get(`/clients/${done.clientId}`)).body).toMatchObject({ name: 'Ana Ruiz', email: 'ana@casa.example', phone: '+14155550120', source: 'Landing page', tags: ['lead', 'web', 'roof'] });
  const told = { receiptId: body.id, receiverId: id, receiver: 'Website', outcome: 'created', clientId: done.clientId };
  // Events get their place in the log after the commit.
  await eventually(async () => expect((await admin.get('/events?types=webhook.received')).body.items.at(-1)?.data).toEqual(told));
  expect((await admin.get(`/webhooks/receivers/${id}/sample`)).body).toMatchObject({ receiptId: body.id, payload: contact('ana@casa.example') });
});

test('the rule for clients that are there already: changed, left alone, or always a new one', async () => {
  const update = await receiver();
  const first = await receipt((await visitor.post(update.door, contact('rule@casa.example'))).body.id);
  const again = async (door: string, more: object = {}) => receipt((await visitor.post(door, contact('rule@casa.example', more))).body.id);
  expect(await again(update.door)).toMatchObject({ outcome: 'unchanged', clientId: first.clientId });
  expect(await again(update.door, { phone: '+14155550121' })).toMatchObject({ outcome: 'updated', clientId: first.clientId });
  const skip = await receiver({ onMatch: 'skip' });
  expect(await again(skip.door, { last: 'Other' })).toMatchObject({ outcome: 'skipped', clientId: first.clientId });
  expect((await admin.get(`/clients/${first.clientId}`)).body).toMatchObject({ name: 'Ana Ruiz', phone: '+14155550121' });
  const always = await receiver({ matchBy: 'none' });
  expect((await again(always.door)).clientId).not.toBe(first.clientId);
  const byPhone = await receiver({ matchBy: 'phone' });
  expect(await again(byPhone.door, { email: 'new@casa.example', phone: '+1 415 555 0121' })).toMatchObject({ outcome: 'updated', clientId: first.clientId });
});

test('a form is read like JSON, own fields as text, and what fits no field is left out by name', async () => {
  await admin.post('/clients/fields', { key: 'size', label: 'Size', type: 'number' });
  await admin.post('/clients/fields', { key: 'kind', label: 'Kind', type: 'select', options: ['Tile'] });
  const { door } = await receiver({
    mapping: [
      { target: 'name', paths: ['fields.name', "['Your name']"] },
      { target: 'email', paths: ['mail'] },
      { target: 'value', paths: ['budget'] },
      { target: 'custom:size', paths: ['size'] },
      { target: 'custom:kind', paths: ['kind'] },
      { target: 'company', paths: ['firm'], fallback: 'Unknown' },
    ],
  });
  const form = new URLSearchParams({ 'Your name': 'Form Person', mail: 'not an address', budget: '$1,250.50', size: '1.200', kind: 'Glass' });
  const { status, body } = await visitor.post(door, form.toString(), { 'content-type': 'application/x-www-form-urlencoded' });
  expect(status).toBe(202);
  const done = await receipt(body.id);
  expect(done).toMatchObject({ status: 'done', outcome: 'created', detail: 'email, custom:kind' });
  expect((await admin.get(`/clients/${done.clientId}`)).body).toMatchObject({ name: 'Form Person', email: null, value: 1250.5, company: 'Unknown', customFields: { size: 1200 } });
});

test('Standard Webhooks: signed by the reference library, taken in once, and refused when forged or old', async () => {
  const { door, secret } = await receiver({ scheme: 'standard' });
  const body = JSON.stringify(contact('std@casa.example'));
  const send = (at: Date, id = 'msg_1', text = body, key = secret) => visitor.post(door, text, { 'webhook-id': id, 'webhook-timestamp': String(Math.floor(at.getTime() / 1000)), 'webhook-signature': new Webhook(key).sign(id, at, body) });
  const first = await send(new Date());
  expect(first).toMatchObject({ status: 202, body: { duplicate: false } });
  expect((await send(new Date())).body).toEqual({ id: first.body.id, duplicate: true });
  expect(await send(new Date(), 'msg_2', body.replace('std', 'eve'))).toMatchObject({ status: 401, body: { code: 'webhooks.unsigned' } });
  expect(await send(new Date(Date.now() - 400_000), 'msg_3')).toMatchObject({ status: 401, body: { code: 'webhooks.too-old' } });
  expect((await visitor.post(door, body)).status).toBe(401);
  const { body: log } = await admin.get('/webhooks/receipts?status=refused');
  expect(log.items.map(({ error }: { error: string }) => error)).toEqual(['webhooks.unsigned', 'webhooks.too-old', 'webhooks.unsigned']);
  expect((await admin.post(`/webhooks/receipts/${log.items[0].id}/replay`)).body.code).toBe('webhooks.receipt-refused');
});

test('HMAC in a header of any name, over the exact bytes, with and without a timestamp; basic', async () => {
  const plain = await receiver({ scheme: 'hmac', secret: 'shared secret', hmac: { header: 'X-Hub-Signature-256', prefix: 'sha256=' }, idHeader: 'x-delivery' });
  const body = `{ "contact" : {"email":"hmac@casa.example", "first":"é"} }`;
  const sign = (text: string, encoding: 'hex' | 'base64' = 'hex') => createHmac('sha256', 'shared secret').update(text).digest(encoding);
  const good = await visitor.post(plain.door, body, { 'x-hub-signature-256': `sha256=${sign(body)}`, 'x-delivery': 'd1' });
  expect(good).toMatchObject({ status: 202, body: { duplicate: false } });
  expect((await visitor.post(plain.door, body, { 'x-hub-signature-256': `sha256=${sign(body)}`, 'x-delivery': 'd1' })).body.duplicate).toBe(true);
  expect((await visitor.post(plain.door, `${body} `, { 'x-hub-signature-256': `sha256=${sign(body)}` })).status).toBe(401);
  const timed = await receiver({ scheme: 'hmac', secret: 'shared secret', hmac: { header: 'x-sig', encoding: 'base64', timestampHeader: 'x-time', toleranceSeconds: 60 } });
  const at = (seconds: number) => { const time = String(Math.floor(Date.now() / 1000) - seconds); return visitor.post(timed.door, body, { 'x-time': time, 'x-sig': sign(`${time}.${body}`, 'base64') }); };
  expect([(await at(0)).status, (await at(120)).body.code]).toEqual([202, 'webhooks.too-old']);
  const basic = await receiver({ scheme: 'basic', secret: 'zapier:open sesame' });
  const as = (pair: string) => visitor.post(basic.door, contact('basic@casa.example'), { authorization: `Basic ${Buffer.from(pair).toString('base64')}` });
  expect([(await as('zapier:open sesame')).status, (await as('zapier:guess')).status]).toEqual([202, 401]);
  expect((await admin.post('/webhooks/receivers', { name: 'Bad', scheme: 'standard', secret: 'not base64 at all' })).body.code).toBe('webhooks.wrong-secret');
});

test('a mapping that did not fit is mended and what failed replayed', async () => {
  const { door, id, version } = await receiver({ mapping: [{ target: 'email', paths: ['elsewhere'] }] });
  const { body } = await visitor.post(door, contact('mend@casa.example'));
  expect(await receipt(body.id)).toMatchObject({ status: 'failed', error: 'webhooks.no-name', clientId: null });
  expect((await admin.patch(`/webhooks/receivers/${id}`, { version, mapping })).status).toBe(200);
  expect((await admin.post(`/webhooks/receipts/${body.id}/replay`)).status).toBe(202);
  expect(await receipt(body.id)).toMatchObject({ status: 'done', outcome: 'created', replays: 1 });
});

test('addresses cannot be guessed or used on another tenant’s host, can be replaced, and too much or nonsense is refused', async () => {
  const { door, id } = await receiver();
  expect((await kernel.visitor(kernel.b).post(door, contact('x@casa.example'))).body.code).toBe('webhooks.no-such-address');
  expect((await visitor.post('/webhooks/in/guess', {})).status).toBe(404);
  expect((await visitor.post(door, 'plain words', { 'content-type': 'text/plain' })).body.code).toBe('webhooks.unreadable');
  expect((await visitor.post(door, { big: 'x'.repeat(300_000) })).status).toBe(413);
  const { body } = await admin.post(`/webhooks/receivers/${id}/address`);
  expect((await visitor.post(door, contact('y@casa.example'))).status).toBe(404);
  const next = body.path.slice('/api/v1'.length);
  expect((await visitor.post(next, contact('y@casa.example'))).status).toBe(202);
  await admin.patch(`/webhooks/receivers/${id}`, { version: body.version, active: false });
  expect((await visitor.post(next, contact('y@casa.example'))).body.code).toBe('webhooks.receiver-off');
  for (const path of [`/webhooks/receivers/${id}`, `/webhooks/receivers/${id}/sample`]) expect((await (await kernel.as(kernel.b)).get(path)).status).toBe(404);
});
