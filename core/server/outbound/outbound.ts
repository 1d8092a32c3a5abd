import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { request, type Agent, type Dispatcher } from 'undici';
import { Config } from '../config/config.ts';
import { publicAddresses } from './addresses.ts';
import { guardedAgent, RefusedAddress } from './guarded-agent.ts';

export interface OutboundRequest {
  url: string;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** Milliseconds for the whole exchange; 10,000 unless told. */
  timeoutMs?: number;
  /** Bytes of the answer that are read; 256 KiB unless told. What is longer is cut, and says so. */
  maxBytes?: number;
}

export interface OutboundAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** Whether the body was longer than what was read. */
  cut: boolean;
  durationMs: number;
}

/** Why nothing came back: `address` and `url` are refusals of ours that no repeat changes. */
export type OutboundFailureReason = 'url' | 'address' | 'timeout' | 'network';

/** An outbound request that got no answer. */
export class OutboundFailure extends Error {
  constructor(
    readonly reason: OutboundFailureReason,
    message: string,
    readonly durationMs: number,
  ) {
    super(message);
    this.name = 'OutboundFailure';
  }
}

/**
 * The one way out for requests to addresses that tenants name: webhooks, model endpoints. It connects to public addresses alone, follows no redirect
 * (a 3xx is an answer like any other), and bounds time and size.
 */
@Injectable()
export class Outbound implements OnApplicationShutdown {
  readonly #agent: Agent;

  constructor(config: Config) {
    this.#agent = guardedAgent(publicAddresses(config.outboundPrivate));
  }

  /** Sends a request and reads its answer. Throws OutboundFailure where none came. */
  async send({ maxBytes = 256 * 1024, ...asked }: OutboundRequest): Promise<OutboundAnswer> {
    const began = Date.now();
    return this.#exchange(asked, began, async ({ statusCode, headers, body }) => {
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of body as AsyncIterable<Buffer>) {
        size += chunk.length;
        chunks.push(chunk);
        if (size > maxBytes) break;
      }
      return { status: statusCode, headers: flat(headers), body: Buffer.concat(chunks).subarray(0, maxBytes).toString('utf8'), cut: size > maxBytes, durationMs: Date.now() - began };
    });
  }

  /** Sends a request and hands on its answer piece by piece, as for server-sent events. Throws OutboundFailure, also in the middle. */
  async *stream({ maxBytes = 1024 * 1024, ...asked }: OutboundRequest): AsyncGenerator<{ status: number; text: string }> {
    const began = Date.now();
    const { statusCode, body } = await this.#exchange(asked, began, async (answer) => answer);
    const decoder = new TextDecoder();
    let size = 0;
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        size += chunk.length;
        yield { status: statusCode, text: decoder.decode(chunk, { stream: true }) };
        if (size > maxBytes) return;
      }
      if (size === 0) yield { status: statusCode, text: '' };
    } catch (error) {
      throw failureOf(error, Date.now() - began);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#agent.destroy();
  }

  async #exchange<T>({ url, method = 'POST', headers = {}, body, timeoutMs = 10_000 }: Omit<OutboundRequest, 'maxBytes'>, began: number, read: (answer: Dispatcher.ResponseData) => Promise<T>): Promise<T> {
    demandUrl(url);
    try {
      const answer = await request(url, { method, headers: { 'user-agent': 'webhooks/1', ...headers }, body: body ?? null, dispatcher: this.#agent, signal: AbortSignal.timeout(timeoutMs), headersTimeout: timeoutMs, bodyTimeout: timeoutMs });
      return await read(answer);
    } catch (error) {
      throw failureOf(error, Date.now() - began);
    }
  }
}

/** Whether an address has the form of one that requests may go to. Where it leads is judged when it is called. */
export const isOutboundUrl = (url: string): boolean => {
  if (!URL.canParse(url) || url.length > 2_000) return false;
  const { protocol, username, password, hostname } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && !username && !password && hostname !== '';
};

function demandUrl(url: string): void {
  if (!isOutboundUrl(url)) throw new OutboundFailure('url', 'only http and https addresses without a password in them can be called', 0);
}

function failureOf(error: unknown, durationMs: number): OutboundFailure {
  if (error instanceof OutboundFailure) return error;
  const causes = [error, (error as { cause?: unknown }).cause];
  const refused = causes.find((each) => each instanceof RefusedAddress) as RefusedAddress | undefined;
  if (refused) return new OutboundFailure('address', refused.message, durationMs);
  const { name, code, message } = error as { name?: string; code?: string; message: string };
  const isLate = name === 'TimeoutError' || name === 'AbortError' || /TIMEOUT/.test(code ?? '');
  return new OutboundFailure(isLate ? 'timeout' : 'network', isLate ? 'no answer in time' : (code ?? message), durationMs);
}

const flat = (headers: Record<string, string | string[] | undefined>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : (value ?? '')]));
