import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { visitorHeader } from '../../contract.ts';
import { VisitorTokens } from './visitor-tokens.ts';

/** Refuses a stream ahead of its first byte: once it has begun, a refusal could no longer be told by its status. */
@Injectable()
export class KnownVisitorGuard implements CanActivate {
  constructor(private readonly tokens: VisitorTokens) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const token = execution.switchToHttp().getRequest<FastifyRequest>().headers[visitorHeader];
    await this.tokens.demand(typeof token === 'string' ? token : undefined);
    return true;
  }
}
