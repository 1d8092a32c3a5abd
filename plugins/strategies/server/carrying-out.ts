import { Ascription } from './enrolments/ascription.ts';
import { ClientFacts } from './enrolments/client-facts.ts';
import { StrategyRecords } from './enrolments/strategy-records.ts';
import { Definitions } from './enrolments/definitions.ts';
import { EnrolManyService } from './enrolments/enrol-many.service.ts';
import { Enroller } from './enrolments/enroller.ts';
import { EnrolmentLine } from './enrolments/enrolment-line.ts';
import { EnrolmentList } from './enrolments/enrolment-list.ts';
import { EnrolmentNews } from './enrolments/enrolment-news.ts';
import { EnrolmentReach } from './enrolments/enrolment-reach.ts';
import { EnrolmentStops } from './enrolments/enrolment-stops.ts';
import { EnrolmentsController } from './enrolments/enrolments.controller.ts';
import { EnrolmentsService } from './enrolments/enrolments.service.ts';
import { EventTriggers } from './enrolments/event-triggers.ts';
import { Happenings } from './enrolments/happenings.ts';
import { EnrolManyRunner } from './enrolments/run-enrol-many.ts';
import { StepRunner } from './enrolments/run-step.ts';
import { SentCounts } from './enrolments/sent-counts.ts';
import { StandingStops } from './enrolments/standing-stops.ts';
import { StepDeeds } from './enrolments/step-deeds.ts';
import { StepTexts } from './enrolments/step-texts.ts';
import { StrategyFollower } from './enrolments/strategy-follower.ts';
import { OptOutsController, UnsubscribeController } from './opt-outs/opt-outs.controller.ts';
import { OptOutsService } from './opt-outs/opt-outs.service.ts';
import { UnsubscribeLinks } from './opt-outs/unsubscribe-links.ts';
import { Scenes } from './simulations/scenes.ts';
import { SimulatedReplies } from './simulations/simulated-replies.ts';
import { SimulationsController } from './simulations/simulations.controller.ts';
import { SimulationsService } from './simulations/simulations.service.ts';
import { Simulator } from './simulations/simulator.ts';

/** What strategies do: enrolments and their steps, whom no cadence writes to, and what would be done. */
export const carryingOutControllers = [EnrolmentsController, OptOutsController, UnsubscribeController, SimulationsController];
export const carryingOutProviders = [
  ...[EnrolmentsService, EnrolmentList, EnrolmentReach, EnrolmentNews, EnrolmentStops, EnrolmentLine, Enroller, EnrolManyService, EnrolManyRunner],
  ...[StepRunner, StepDeeds, StepTexts, StandingStops, SentCounts, ClientFacts, Definitions],
  ...[Happenings, Ascription, EventTriggers, StrategyFollower, StrategyRecords],
  ...[OptOutsService, UnsubscribeLinks],
  ...[SimulationsService, Simulator, Scenes, SimulatedReplies],
];
