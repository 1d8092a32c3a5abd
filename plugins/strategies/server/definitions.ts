import { ResultsController } from './results/results.controller.ts';
import { ResultsService } from './results/results.service.ts';
import { DraftKnowledge } from './strategies/draft-knowledge.ts';
import { StrategiesController } from './strategies/strategies.controller.ts';
import { StrategiesService } from './strategies/strategies.service.ts';
import { StrategyList } from './strategies/strategy-list.ts';
import { StrategyNews } from './strategies/strategy-news.ts';
import { StrategyReach } from './strategies/strategy-reach.ts';
import { StrategyStates } from './strategies/strategy-states.ts';
import { StrategyViews } from './strategies/strategy-views.ts';
import { TriggerChoices } from './strategies/trigger-choices.ts';
import { OfferedTemplates } from './templates/offered-templates.ts';
import { TemplatesController } from './templates/templates.controller.ts';
import { TemplatesService } from './templates/templates.service.ts';
import { LiveEnrolments } from './versions/live-enrolments.ts';
import { Publishing } from './versions/publishing.ts';
import { VersionsController } from './versions/versions.controller.ts';
import { VersionsService } from './versions/versions.service.ts';

/** What strategies are: their definitions, versions, templates and results. */
export const definitionControllers = [TemplatesController, VersionsController, ResultsController, StrategiesController];
export const definitionProviders = [
  ...[StrategyReach, StrategyViews, StrategyNews, StrategyList, StrategiesService, StrategyStates, DraftKnowledge, TriggerChoices],
  ...[VersionsService, Publishing, LiveEnrolments],
  ...[OfferedTemplates, TemplatesService, ResultsService],
];
