import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';

/** The largest mail that is taken in. */
export const mailLimit = 25 * 1024 * 1024;

/** Lets `message/rfc822` reach its route as the bytes that were sent: the signature is over them. */
@Injectable()
export class RawMail implements OnModuleInit {
  constructor(private readonly adapter: HttpAdapterHost) {}

  onModuleInit(): void {
    const fastify = this.adapter.httpAdapter.getInstance<FastifyInstance>();
    fastify.addContentTypeParser('message/rfc822', { parseAs: 'buffer', bodyLimit: mailLimit }, (_request, body, done) => done(null, body));
  }
}
