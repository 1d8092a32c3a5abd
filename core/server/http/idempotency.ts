import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { digest } from '../cache/cache.ts';
import { Database } from '../database/database.ts';
import { context } from '../tenancy/context.ts';
import { problem } from './problem.ts';

/**
 * `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): a POST that is sent twice is done once. The key commits with the rows, so
 * a crash leaves both or neither; a twin that arrives meanwhile waits at the unique key and then receives the first one's answer. A key is its
 * user's or visitor's own; where nobody is known, who repeats it must also repeat the body.
 */
@Injectable()
export class Idempotency {
  constructor(private readonly db: Database) {}

  async once(key: string, request: FastifyRequest, reply: FastifyReply, handle: () => Promise<unknown>): Promise<unknown> {
    const id = digest([key, context.get('user')?.id, request.headers['x-visitor'], request.url]);
    const fingerprint = digest([request.body ?? null]);
    const { count } = await this.db.idempotencyKey.createMany({ data: [{ key: id, fingerprint }], skipDuplicates: true });
    if (count === 0) return this.#repeat(id, fingerprint, reply);
    const answer = await handle();
    await this.db.idempotencyKey.updateMany({ where: { key: id }, data: { status: reply.statusCode, answer: (answer ?? null) as never } });
    return answer;
  }

  async #repeat(id: string, fingerprint: string, reply: FastifyReply): Promise<unknown> {
    const first = await this.db.idempotencyKey.findFirst({ where: { key: id } });
    if (!first || first.status === null) throw problem(kernelErrors.requestInProgress);
    if (first.fingerprint !== fingerprint) throw problem(kernelErrors.idempotencyMismatch);
    void reply.code(first.status).header('idempotent-replayed', 'true');
    return first.answer ?? undefined;
  }
}
