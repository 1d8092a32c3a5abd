import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** The largest body that is taken in. */
export const bodyLimit = 256 * 1024;
const rawType = 'application/x-webhook';
const sentType = 'x-sent-content-type';

/** The content type a request came with. */
export const contentTypeOf = (request: FastifyRequest): string | null => (request.headers[sentType] as string | undefined) ?? null;

/** Lets every body reach the receivers' door as the bytes that were sent, whatever they are called: signatures are over them. */
@Injectable()
export class RawBodies {
  constructor({ httpAdapter }: HttpAdapterHost) {
    const fastify = httpAdapter.getInstance<FastifyInstance>();
    fastify.addContentTypeParser(rawType, { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
    // Routes are added once all providers are there; those of the door call their bodies something that is parsed by nobody else.
    fastify.addHook('onRoute', (route) => {
      if (!route.url.endsWith('/webhooks/in/:token')) return;
      const before = [route.preParsing ?? []].flat();
      route.preParsing = [
        ...before,
        async (request, _reply, payload) => {
          const { 'content-type': type } = request.headers;
          delete request.headers[sentType];
          if (type) request.headers[sentType] = type;
          request.headers['content-type'] = rawType;
          return payload;
        },
      ];
    });
  }
}
