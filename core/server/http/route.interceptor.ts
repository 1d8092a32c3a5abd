import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, isObservable, lastValueFrom, map, type Observable } from 'rxjs';
import type { z } from 'zod';
import { outsideUnitOfWorkKey } from '../access/route.decorators.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { answerKey } from './answer.decorator.ts';
import { Idempotency } from './idempotency.ts';
import { ReadyJson } from './ready-json.ts';

interface Route {
  answer: z.ZodType | undefined;
  ownWork: boolean;
}

/** Around every handler: a unit of work for what writes, the kept answer for a repeated POST, the output schema for what leaves. */
@Injectable()
export class RouteInterceptor implements NestInterceptor {
  readonly #routes = new WeakMap<object, Route>();

  constructor(
    private readonly reflector: Reflector,
    private readonly uow: UnitOfWork,
    private readonly idempotency: Idempotency,
  ) {}

  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = execution.switchToHttp().getRequest<FastifyRequest>();
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    const route = this.#routeOf(execution);
    if (request.method === 'GET' || request.method === 'HEAD') return next.handle().pipe(map((body) => shape(body, route.answer, reply)));
    const handle = async () => shape(await lastValueFrom(next.handle(), { defaultValue: undefined }), route.answer, reply);
    if (route.ownWork) return from(handle());
    const key = request.method === 'POST' ? request.headers['idempotency-key'] : undefined;
    if (typeof key !== 'string') return from(this.uow.run(handle));
    return from(this.uow.run(() => this.idempotency.once(key, request, reply, handle)));
  }

  #routeOf(execution: ExecutionContext): Route {
    const handler = execution.getHandler();
    let route = this.#routes.get(handler);
    if (!route) {
      route = { answer: this.reflector.get(answerKey, handler), ownWork: this.reflector.get(outsideUnitOfWorkKey, handler) ?? false };
      this.#routes.set(handler, route);
    }
    return route;
  }
}

/** Lets only declared fields pass. A body without a schema must be a stream, a page of text or nothing. */
function shape(body: unknown, schema: z.ZodType | undefined, reply: FastifyReply): unknown {
  if (body === undefined || body === null || body instanceof StreamableFile || isObservable(body)) return body;
  if (body instanceof ReadyJson) {
    void reply.type('application/json; charset=utf-8');
    return body.text;
  }
  if (schema) return schema.parse(body);
  if (typeof body === 'object' && 'data' in body) return body;
  if (typeof body === 'string' || Buffer.isBuffer(body)) return body;
  throw new Error('This route answers an object but declares no @Answer(schema).');
}
