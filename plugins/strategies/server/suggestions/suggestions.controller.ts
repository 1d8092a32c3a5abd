import { Body, Controller, Get, Param, Post, Query, Sse, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, OutsideUnitOfWork } from '@loctelli/core/server';
import { endpointTest, suggestion, suggestionQuery, suggestionSend, suggestionSent, suggestionState } from '../../contract.ts';
import type { SuggestionSend } from '../../contract.ts';
import { AnswerableGuard } from './answerable.guard.ts';
import { SuggestionStream } from './suggestion-stream.ts';
import { SuggestionsService } from './suggestions.service.ts';

@ApiTags('strategies')
@Controller('strategies/suggestions')
export class SuggestionsController {
  constructor(
    private readonly suggestions: SuggestionsService,
    private readonly stream: SuggestionStream,
  ) {}

  @Get('state')
  @Can('strategies.play')
  @Answer(suggestionState)
  getSuggestionState() {
    return this.suggestions.state();
  }

  @Post('test')
  @Can('plugins.update')
  @OutsideUnitOfWork()
  @Answer(endpointTest)
  testEndpoint() {
    return this.suggestions.test();
  }

  @Sse('conversations/:conversationId')
  @UseGuards(AnswerableGuard)
  @Can('strategies.play')
  suggest(@Param('conversationId', { schema: id }) conversationId: number, @Query({ schema: suggestionQuery }) { strategyId }: { strategyId?: number }) {
    return this.stream.open(conversationId, strategyId);
  }

  @Post(':suggestionId/send')
  @Can('strategies.play')
  @Answer(suggestionSent)
  sendSuggestion(@Param('suggestionId', { schema: id }) suggestionId: number, @Body({ schema: suggestionSend }) input: SuggestionSend) {
    return this.suggestions.send(suggestionId, input);
  }

  @Post(':suggestionId/dismiss')
  @Can('strategies.play')
  @Answer(suggestion)
  dismissSuggestion(@Param('suggestionId', { schema: id }) suggestionId: number) {
    return this.suggestions.dismiss(suggestionId);
  }
}
