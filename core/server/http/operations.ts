import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { Readiness } from '../health/readiness.ts';

/** `/healthz`, `/readyz` and `/metrics`: for machines beside us, without a tenant, so they stand outside Nest's guarded router. */
export function addOperationsRoutes(fastify: FastifyInstance, readiness: Readiness, registry: Registry): void {
  fastify.get('/healthz', () => ({ status: 'ok' }));
  fastify.get('/readyz', async (_request, reply) => {
    const state = await readiness.check();
    return reply.code(state.ready ? 200 : 503).send({ status: state.ready ? 'ready' : 'not ready', postgres: state.postgres, redis: state.redis });
  });
  fastify.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}
