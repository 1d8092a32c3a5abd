import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Histogram, type Registry } from 'prom-client';
import { context, type RequestContext } from '../tenancy/context.ts';
import { visitorOf } from './proxies.ts';

declare module 'fastify' {
  interface FastifyRequest {
    loctelli?: RequestContext;
    began?: bigint;
  }
}

/** For every answer: it is data, so no browser may draw, frame, sniff or refer from it (OWASP Secure Headers). TLS and HSTS are the proxy's. */
const safeHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** `/docs` is a page and brings its own scripts and styles. */
const docsPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/**
 * Opens the context of each request, and closes it with a log line and a measurement. The context is entered after the body was read: the
 * body's events fire in the socket's own asynchronous context, which would lose it.
 */
export function addRequestHooks(fastify: FastifyInstance, log: Logger, registry: Registry, isTrusted: (address: string | undefined) => boolean): void {
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request, by method, route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });

  fastify.addHook('onRequest', (request, reply, done) => {
    const { host, rawHost, ip } = visitorOf(request, isTrusted);
    request.began = process.hrtime.bigint();
    request.loctelli = { requestId: request.id, ip, host, rawHost };
    void reply.headers(safeHeaders).header('x-request-id', request.id);
    if (request.url.startsWith('/docs')) void reply.header('content-security-policy', docsPolicy);
    done();
  });

  fastify.addHook('preHandler', (request, _reply, done) => {
    context.runWith(request.loctelli!, () => done());
  });

  fastify.addHook('onResponse', (request, reply, done) => {
    const seconds = Number(process.hrtime.bigint() - (request.began ?? 0n)) / 1e9;
    duration.observe({ method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, seconds);
    log.info(requestLine(request, reply, seconds), 'request');
    done();
  });
}

function requestLine(request: FastifyRequest, reply: FastifyReply, seconds: number): object {
  const store = request.loctelli;
  return {
    requestId: request.id,
    tenant: store?.tenant?.slug,
    user: store?.user?.id,
    method: request.method,
    path: request.url.split('?')[0],
    status: reply.statusCode,
    ms: Math.round(seconds * 10_000) / 10,
  };
}

/** The caller's own request id when it is one line of harmless characters, a new one otherwise. */
export function requestId(headers: Record<string, string | string[] | undefined>): string {
  const sent = headers['x-request-id'];
  return typeof sent === 'string' && /^[\w.-]{8,64}$/.test(sent) ? sent : randomUUID();
}
