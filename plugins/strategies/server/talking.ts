import { KnownClients } from './playbook/known-client.ts';
import { OpenSlots } from './playbook/open-slots.ts';
import { PlaybooksController } from './playbook/playbooks.controller.ts';
import { PlaybooksService } from './playbook/playbooks.service.ts';
import { Scripts } from './playbook/scripts.ts';
import { WriteAnswers } from './playbook/write-answers.ts';
import { AnswerableGuard } from './suggestions/answerable.guard.ts';
import { AutoReply } from './suggestions/auto-reply.ts';
import { ModelEndpoint } from './suggestions/model-endpoint.ts';
import { SuggestionRows } from './suggestions/suggestion-rows.ts';
import { SuggestionStream } from './suggestions/suggestion-stream.ts';
import { SuggestionWriter } from './suggestions/suggestion-writer.ts';
import { SuggestionsController } from './suggestions/suggestions.controller.ts';
import { SuggestionsService } from './suggestions/suggestions.service.ts';
import { Talks } from './suggestions/talks.ts';

/** What is said: the script that people follow, and the replies that are suggested. */
export const talkingControllers = [SuggestionsController, PlaybooksController];
export const talkingProviders = [
  ...[KnownClients, Scripts, OpenSlots, PlaybooksService, WriteAnswers],
  ...[ModelEndpoint, SuggestionWriter, Talks, SuggestionRows, SuggestionStream, SuggestionsService, AutoReply, AnswerableGuard],
];
