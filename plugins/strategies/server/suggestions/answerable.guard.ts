import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { id } from '@loctelli/core';
import { suggestionQuery } from '../../contract.ts';
import { SuggestionStream } from './suggestion-stream.ts';

/** Refuses a stream before it begins: afterwards there is no status to refuse it with. What has no form is left to the route itself. */
@Injectable()
export class AnswerableGuard implements CanActivate {
  constructor(private readonly stream: SuggestionStream) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const { params, query } = execution.switchToHttp().getRequest<FastifyRequest<{ Params: { conversationId: string } }>>();
    const [conversationId, asked] = [id.safeParse(params.conversationId), suggestionQuery.safeParse(query)];
    if (conversationId.success && asked.success) await this.stream.demand(conversationId.data, asked.data.strategyId);
    return true;
  }
}
