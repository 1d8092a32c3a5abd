import { completeBrand } from '@loctelli/core';
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { bootKernel, eventually, type Kernel } from '@loctelli/core/testing';
import { PlatformDatabase } from '../database/database.ts';
import { Mail } from './mail.ts';
import { renderMail } from './render.ts';

let kernel: Kernel;
const received: ParsedMail[] = [];
/** How many mails the server turns away before it takes one. */
let refusals = 0;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData(stream, _session, done) {
    void simpleParser(stream).then((mail) => {
      if (refusals-- > 0) return done(Object.assign(new Error('try again later'), { responseCode: 451 }));
      received.push(mail);
      done();
    });
  },
});
const mailTo = (address: string) =>
  eventually(() => {
    const mail = received.find(({ to }) => !Array.isArray(to) && to?.text === address);
    expect(mail).toBeDefined();
    return mail!;
  }, 20_000);

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  kernel = await bootKernel({ env: { SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` } });
});
afterAll(async () => {
  await kernel.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

test('mail carries the tenant’s name, colour and sender, in two forms, and names nobody else', async () => {
  await kernel
    .get(PlatformDatabase)
    .tenant.update({
      where: { id: kernel.a.id },
      data: { name: 'Acme & Söhne', brand: { colour: '#c2410c', mailSender: 'Acme <hello@acme.example>' } },
    });
  await new Promise((resolve) => setTimeout(resolve, 900));
  await kernel.within(kernel.a, () =>
    kernel.get(Mail).send({ to: 'reader@else.example', template: 'password-changed', params: { name: 'Ana <b>' }, locale: 'es' }),
  );
  const mail = await mailTo('reader@else.example');
  expect(mail.from?.text).toBe('"Acme" <hello@acme.example>');
  expect(mail.subject).toContain('contraseña');
  expect(mail.html).toContain('#c2410c');
  expect(mail.html).toContain('lang="es"');
  expect(mail.html).toContain('Ana &lt;b&gt;');
  expect(mail.text).toContain('Ana <b>');
  expect(`${mail.html}${mail.text}${mail.subject}${mail.from?.text}`).not.toMatch(/loctelli/i);
});

test('a mail server that fails is tried again, and the mailbox of development does not exist', async () => {
  refusals = 2;
  await kernel.within(kernel.b, () =>
    kernel
      .get(Mail)
      .send({ to: 'patient@else.example', template: 'notice', params: { subject: 'Hello', heading: 'Hello', body: 'There' } }),
  );
  const mail = await mailTo('patient@else.example');
  expect(mail.from?.value[0]).toEqual({ name: 'B', address: 'no-reply@b.localhost' });
  expect((await kernel.visitor(kernel.a).get('//mailbox')).status).toBe(404);
});

test('a letter is a person’s: its sender, its thread, its answer’s address and what goes with it', async () => {
  await kernel.within(kernel.b, () =>
    kernel.get(Mail).send({
      ...{ to: 'thread@else.example', template: 'letter', params: { subject: 'Re: Roof', body: 'Line one\n\n<b>two</b>' } },
      ...{ fromName: 'Mia', replyTo: 'reply+abc@b.localhost', messageId: '<m2@b.localhost>', inReplyTo: '<m1@else.example>', references: ['<m0@b.localhost>', '<m1@else.example>'] },
      attachments: [
        { name: 'plan.txt', mime: 'text/plain', content: Buffer.from('plan').toString('base64') },
        { name: 'invite.ics', mime: 'text/calendar; method=REQUEST', content: Buffer.from('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n').toString('base64') },
      ],
    }),
  );
  const mail = await mailTo('thread@else.example');
  expect(mail.from?.value[0]).toEqual({ name: 'Mia', address: 'no-reply@b.localhost' });
  expect([mail.messageId, mail.inReplyTo, mail.references, mail.replyTo?.text]).toEqual(['<m2@b.localhost>', '<m1@else.example>', ['<m0@b.localhost>', '<m1@else.example>'], 'reply+abc@b.localhost']);
  expect(mail.headers.has('auto-submitted')).toBe(false);
  expect(mail.html).toContain('&lt;b&gt;two');
  expect(mail.attachments.map(({ contentType }) => contentType)).toEqual(expect.arrayContaining(['text/plain', 'text/calendar']));
});

test('what people typed is text in every language, and a link is a link only when it is one', () => {
  const brand = completeBrand([{ name: '</p><script>', colour: '#ffffff', radius: 4, density: 'compact', mailSender: 'x' }], 'x');
  for (const locale of ['en', 'es', 'ar'] as const) {
    for (const template of ['reset', 'verify', 'registered-again', 'invitation', 'password-changed'] as const) {
      const mail = renderMail(
        template,
        { name: '<img src=x>', inviter: 'A\r\nBcc: x@y.example', link: 'https://a.example/?a=1&b="2"' },
        brand,
        locale,
      );
      expect(mail.html).not.toMatch(/<script|<img|href="https:\/\/a\.example\/\?a=1&b="/);
      expect(`${mail.subject}${mail.text}`).not.toMatch(/[{}]/);
      expect(mail.subject).not.toMatch(/[\r\n]/);
    }
  }
  const { html } = renderMail('notice', { subject: 's', heading: 'h', body: 'b', button: 'Go', link: 'javascript:alert(1)' }, brand, 'en');
  expect(html).not.toContain('javascript:');
});
