import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { kernelErrors } from '@loctelli/core';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../http/problem.ts';
import { Settings } from '../settings/settings.ts';
import { context } from '../tenancy/context.ts';
import { crossOriginKey } from './route.decorators.ts';

/** What scripts of foreign pages may send and read (Fetch Standard, 3.2). */
const headers = 'content-type, idempotency-key, last-event-id, x-visitor';
const methods = 'GET, POST, PUT, PATCH, DELETE';

/** Lets the pages a tenant names call what a plugin offers them, and no others. */
@Injectable()
export class ForeignPages {
  constructor(private readonly settings: Settings) {}

  /** Writes the answer's CORS headers. Throws core.foreign-origin for a page that the tenant does not name. */
  async admit(request: FastifyRequest, reply: FastifyReply, pluginId: string, setting: string): Promise<void> {
    void reply.header('cross-origin-resource-policy', 'cross-origin').header('vary', 'origin');
    const { origin } = request.headers;
    if (origin === undefined || isOwn(origin)) return;
    const allowed = (await this.settings.get<Record<string, unknown>>(pluginId))[setting];
    if (!Array.isArray(allowed) || !allowed.some((each) => originOf(String(each)) === originOf(origin))) throw problem(kernelErrors.foreignOrigin);
    void reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', 'retry-after, x-request-id');
  }
}

const isOwn = (origin: string) => URL.canParse(origin) && new URL(origin).host === context.get('rawHost');
const originOf = (text: string) => (URL.canParse(text) && /^https?:/.test(text) ? new URL(text).origin : null);

/**
 * Answers what browsers ask ahead of a call from a foreign page, for the controllers marked with `@CrossOrigin`. It promises nothing: the call
 * itself is judged by the tenant's own list.
 */
export function addPreflights(fastify: FastifyInstance, discovery: DiscoveryService, reflector: Reflector): void {
  const answer = (request: FastifyRequest, reply: FastifyReply) =>
    reply
      .code(204)
      .header('access-control-allow-origin', request.headers.origin ?? '*')
      .header('access-control-allow-methods', methods)
      .header('access-control-allow-headers', headers)
      .header('access-control-max-age', '600')
      .header('vary', 'origin')
      .send();
  const paths = discovery
    .getControllers()
    .filter(({ metatype }) => metatype && reflector.get<string | undefined>(crossOriginKey, metatype as never))
    .flatMap(({ metatype }) => Reflect.getMetadata('path', metatype as object) as string | string[]);
  for (const path of new Set(paths)) for (const url of [`/api/v1/${path}`, `/api/v1/${path}/*`]) fastify.options(url, answer);
}
