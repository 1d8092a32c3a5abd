import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { bootKernel, pluginWithRequired, type Caller, type Kernel } from '@loctelli/core/testing';
import { definition, type Script, type Strategy } from './contract.ts';

/** A kernel with this plugin, which may call a model on this machine. */
export const bootTalk = (): Promise<Kernel> => bootKernel({ plugins: pluginWithRequired('strategies'), env: { OUTBOUND_PRIVATE: '127.0.0.1/32' } });

/** Makes and publishes a strategy with this script, for everybody of the tenant unless told. */
export async function published(caller: Caller, name: string, script: Partial<Record<keyof Script, unknown>>, more: object = {}): Promise<Strategy> {
  const draft = definition.parse({ script: { background: 'We repair roofs.', ...script }, cadence: {} });
  const made = await caller.post('/strategies', { name, sharing: 'tenant', draft, ...more });
  expect([made.status, made.body]).toEqual([201, expect.objectContaining({ name, faults: [] })]);
  const { status, body } = await caller.post(`/strategies/${made.body.id}/publish`, { version: made.body.version });
  expect([status, body]).toEqual([200, expect.objectContaining({ publishedVersion: 1 })]);
  return body;
}

export interface Asked {
  authorization: string | undefined;
  body: { model: string; stream: boolean; messages: { role: string; content: string }[] };
}
export interface ModelServer {
  url: string;
  asked: Asked[];
  /** What it answers next, and from then on. */
  answer: (response: http.ServerResponse, asked: Asked) => unknown;
  close(): Promise<void>;
}

/** A server that speaks the OpenAI protocol. */
export async function startModel(): Promise<ModelServer> {
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = { authorization: request.headers.authorization, body: JSON.parse(Buffer.concat(chunks).toString()) };
      if (request.url !== '/v1/chat/completions') return response.writeHead(404).end();
      model.asked.push(asked);
      model.answer(response, asked);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const model: ModelServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked: [],
    answer: says('Thank you for writing.'),
    close: () => new Promise((done) => server.close(() => done()).closeAllConnections()),
  };
  return model;
}

const piece = (delta: object, finish: string | null = null) => `data: ${JSON.stringify({ id: 'x', object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

/** Streams a text in small pieces, as models do, with bytes cut where they fall. */
export const says =
  (text: string, finish: string | null = 'stop') =>
  (response: http.ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    const pieces = text.match(/[\s\S]{1,7}/gu) ?? [];
    const whole = Buffer.from(piece({ role: 'assistant', content: '' }) + pieces.map((content) => piece({ content })).join('') + (finish ? `${piece({}, finish)}data: [DONE]\n\n` : ''));
    const send = (at: number): void => {
      if (at >= whole.length) return void response.end();
      response.write(whole.subarray(at, at + 61), () => setImmediate(() => send(at + 61)));
    };
    send(0);
  };

/** What a stream of a suggested reply told, in order. */
export async function heard(caller: Caller, conversationId: number, query = ''): Promise<{
  status: number;
  body: unknown;
  text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- as Answered has it: tests look into it.
  events: { type: string; data: any }[];
}> {
  const { status, body } = await caller.get(`/strategies/suggestions/conversations/${conversationId}${query}`);
  if (status !== 200) return { status, body, text: '', events: [] };
  const events = String(body)
    .split('\n\n')
    .flatMap((block) => {
      const type = /^event: (.*)$/m.exec(block)?.[1];
      return type ? [{ type, data: JSON.parse(/^data: (.*)$/m.exec(block)![1]!) }] : [];
    });
  return { status, body, text: events.map(({ type, data }) => (type === 'text' ? data.text : '')).join(''), events };
}

/** Writes to a tenant through its website's chat. @returns the caller, and the conversation's id */
export async function visitorWrites(kernel: Kernel, body: string, { tenant = kernel.a, ...about }: { tenant?: Kernel['a'] } & Record<string, unknown> = {}) {
  const started = await kernel.visitor(tenant).post('/chat/visitor/session', { name: 'Ana Ruiz', email: `ana${crypto.randomUUID().slice(0, 8)}@casa.example`, zone: 'Europe/Madrid', locale: 'en', ...about });
  const visitor = kernel.visitor(tenant).with({ 'x-visitor': started.body.token });
  const say = async (text: string) => {
    const sent = await visitor.post('/chat/visitor/messages', { key: crypto.randomUUID(), body: text });
    expect([sent.status, sent.body]).toEqual([201, expect.objectContaining({ kind: 'incoming' })]);
  };
  await say(body);
  const { conversation } = (await visitor.get('/chat/visitor/messages')).body;
  const { clientId } = (await (await kernel.as(tenant)).get(`/chat/conversations/${conversation.id}`)).body;
  return { visitor, say, conversationId: conversation.id as number, clientId: clientId as number };
}
