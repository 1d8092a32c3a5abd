import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { request } from 'undici';
import type { Config } from '../config/config.ts';
import { publicAddresses } from './addresses.ts';
import { guardedAgent } from './guarded-agent.ts';
import { isOutboundUrl, Outbound, type OutboundFailure } from './outbound.ts';

let server: http.Server;
let port: number;
let calls = 0;
let answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => void response.end('x');
beforeAll(async () => {
  server = http.createServer((request, response) => {
    calls += 1;
    answer(request, response);
  });
  // Every address of the machine, so that what is not refused would arrive.
  await new Promise<void>((done) => server.listen(0, '::', done));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise<unknown>((done) => server.close(done).closeAllConnections()));
beforeEach(() => {
  calls = 0;
  answer = (_request, response) => void response.end('x');
});

const outbound = (outboundPrivate: string[] = []) => new Outbound({ outboundPrivate } as Config);
const failure = (sent: Promise<unknown>) => sent.then(() => null, (error: OutboundFailure) => error.reason);

test.each([
  ...['localhost', '127.0.0.1', '127.1', '127.255.255.254', '2130706433', '0x7f.1', '0x7f000001', '017700000001', '0', '0.0.0.0', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[0:0:0:0:0:ffff:7f00:1]'],
  ...['[64:ff9b::7f00:1]', '[2002:7f00:1::]', '[fe80::1]', '[fc00::1]', '[fd12:3456::1]', '[ff02::1]', '169.254.169.254', '[fd00:ec2::254]', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.0.1', '100.64.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
  ...['①②⑦.⓪.⓪.①', '127。0。0。1', 'LOCALHOST', 'localhost.'],
])('%s is never called', async (host) => {
  expect(await failure(outbound().send({ url: `http://${host}:${port}/`, timeoutMs: 3_000 }))).toMatch(/address|url|network/); // network: a name that resolves nowhere
  expect(calls).toBe(0);
});

test('only public addresses are public, however they are written', () => {
  const isPublic = publicAddresses();
  const octet = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.constantFrom('10.', '127.', '192.168.', '169.254.', '172.20.', '100.100.', '0.'), fc.array(octet, { minLength: 3, maxLength: 3 }), (start, rest) => {
      const v4 = [...start.split('.').filter(Boolean), ...rest].slice(0, 4).join('.');
      const [a, b, c, d] = v4.split('.').map(Number) as [number, number, number, number];
      const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
      for (const written of [v4, `::ffff:${v4}`, `::ffff:${hex}`, `64:ff9b::${hex}`]) expect([written, isPublic(written)]).toEqual([written, false]);
    }),
  );
  expect(['8.8.8.8', '2606:4700::1111', '93.184.215.14'].map(isPublic)).toEqual([true, true, true]);
  expect([publicAddresses(['10.1.0.0/16'])('10.1.2.3'), publicAddresses(['10.1.0.0/16'])('10.2.2.3')]).toEqual([true, false]);
});

test('a name that resolves to a public address first and to a private one afterwards is refused when it is connected to', async () => {
  const turns = ['93.184.215.14', '127.0.0.1'];
  let asked = 0;
  const agent = guardedAgent(publicAddresses(), {
    resolve: (_host, _options, done) => done(null, [{ address: turns[Math.min(asked++, 1)]!, family: 4 }]),
    connectMs: 300,
  });
  // Judged once as harmless, as a check ahead of the call would; the call itself resolves anew.
  await request(`http://rebind.example:${port}/`, { dispatcher: agent, signal: AbortSignal.timeout(500) }).catch(() => null);
  await expect(request(`http://rebind.example:${port}/`, { dispatcher: agent })).rejects.toMatchObject({ code: 'EREFUSEDADDRESS' });
  expect(calls).toBe(0);
  const mixed = guardedAgent(publicAddresses(), { resolve: (_host, _options, done) => done(null, [{ address: '93.184.215.14', family: 4 }, { address: '::1', family: 6 }]) });
  await expect(request(`http://mixed.example:${port}/`, { dispatcher: mixed })).rejects.toMatchObject({ code: 'EREFUSEDADDRESS' });
  await Promise.all([agent.destroy(), mixed.destroy()]);
});

test('what is no web address, or carries a password, is refused before anything is resolved', () => {
  for (const url of ['ftp://a.example/', 'file:///etc/passwd', 'gopher://a.example', 'http://user:pass@a.example/', 'http://', 'javascript:alert(1)', '//a.example/', '']) expect([url, isOutboundUrl(url)]).toEqual([url, false]);
  expect(isOutboundUrl('https://hooks.example/in?a=1')).toBe(true);
});

describe('an address of the operator’s own', () => {
  const own = outbound(['127.0.0.1/32']);
  afterAll(() => own.onApplicationShutdown());
  const url = (path = '/') => `http://127.0.0.1:${port}${path}`;

  test('is called; a redirect is an answer and is not followed', async () => {
    answer = (_request, response) => void response.writeHead(302, { location: 'http://[::1]/' }).end();
    expect(await own.send({ url: url(), body: '{}' })).toMatchObject({ status: 302, headers: { location: 'http://[::1]/' } });
    expect(calls).toBe(1);
  });

  test('that answers without end is cut, and one that does not answer is left in time', async () => {
    answer = (_request, response) => void response.end('y'.repeat(50_000));
    const { body, cut } = await own.send({ url: url(), maxBytes: 1_000 });
    expect([body.length, cut]).toEqual([1_000, true]);
    answer = () => undefined;
    expect(await failure(own.send({ url: url(), timeoutMs: 200 }))).toBe('timeout');
    expect(await failure(own.send({ url: 'http://127.0.0.1:1/' }))).toBe('network');
  });

  test('that streams is heard piece by piece', async () => {
    answer = (_request, response) => {
      response.write('one ');
      setTimeout(() => response.end('two'), 50);
    };
    const heard: string[] = [];
    for await (const { status, text } of own.stream({ url: url() })) heard.push(`${status}:${text}`);
    expect(heard).toEqual(['200:one ', '200:two']);
  });
});
