import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { kernelErrors, type ProblemDefinition, type ProblemDocument } from '@loctelli/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { context } from '../tenancy/context.ts';
import { problemOfDatabase } from '../database/database-problem.ts';
import { Problem } from './problem.ts';

/** Answers every failure as problem+json: what a person can act on, never a stack and never SQL. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const found = toProblem(error);
    if (found.definition.status >= 500) this.#logger.error(error);
    if (reply.sent) return;
    sendProblem(reply, request, found);
  }
}

/** Writes one problem document. Also serves what fails before Nest is reached. */
export function sendProblem(reply: FastifyReply, request: FastifyRequest, { definition, message, params, errors }: Problem): void {
  const { code, status } = definition;
  const document: ProblemDocument = {
    type: `urn:loctelli:problem:${code}`,
    title: titles[status] ?? 'Error',
    status,
    detail: message,
    code,
    instance: request.url.split('?')[0],
    requestId: context.isActive() ? context.get('requestId') : request.id,
    ...(params && { params }),
    ...(errors?.length && { errors }),
  };
  if (status === 503) void reply.header('retry-after', '1');
  if (params?.seconds && status === 429) void reply.header('retry-after', String(params.seconds));
  void reply.header('cache-control', 'private, no-store').code(status).type('application/problem+json').send(document);
}

/** Finds the catalogue entry for anything that was thrown. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const fromDatabase = problemOfDatabase(error);
  if (fromDatabase) return new Problem(fromDatabase);
  return new Problem(byStatus[statusOf(error)] ?? kernelErrors.internal);
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return 415;
  return statusCode ?? 500;
}

const byStatus: Record<number, ProblemDefinition> = {
  400: kernelErrors.malformedRequest,
  401: kernelErrors.signInRequired,
  403: kernelErrors.forbidden,
  404: kernelErrors.notFound,
  405: kernelErrors.methodNotAllowed,
  413: kernelErrors.tooLarge,
  415: kernelErrors.unsupportedMedia,
  503: kernelErrors.unavailable,
};

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  410: 'Gone',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Cannot be processed',
  428: 'Version required',
  429: 'Too many requests',
  500: 'Server error',
  503: 'Unavailable',
};
