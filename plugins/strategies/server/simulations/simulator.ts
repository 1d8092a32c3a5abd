import { Injectable } from '@nestjs/common';
import { Access } from '@loctelli/core/server';
import type { Definition, PlaybookAnswers, Scenario, SimulationResult } from '../../contract.ts';
import { judgeAll } from '../engine/assertions.ts';
import { simulate } from '../engine/simulate.ts';
import { ClientFacts } from '../enrolments/client-facts.ts';
import { StepTexts } from '../enrolments/step-texts.ts';
import { disqualifying } from '../playbook/judge-answers.ts';
import { Scenes } from './scenes.ts';
import { SimulatedReplies } from './simulated-replies.ts';

/** Plays scenarios through. Nothing is written or sent. */
@Injectable()
export class Simulator {
  constructor(
    private readonly access: Access,
    private readonly scenes: Scenes,
    private readonly facts: ClientFacts,
    private readonly texts: StepTexts,
    private readonly replies: SimulatedReplies,
  ) {}

  /** Throws strategies.client-not-found. */
  async run(strategyId: number, definition: Definition, scenario: Scenario): Promise<SimulationResult> {
    const { client, answers, happenings, stageKinds, clientId } = await this.scenes.of(strategyId, scenario);
    const clock = (await this.facts.clocks())(client);
    const startsAt = scenario.startsAt === null ? Date.now() : Date.parse(scenario.startsAt);
    const values = await this.texts.values(definition, client, this.access.user.id, answers);
    const played = simulate({
      ...{ definition, facts: client.facts, answers, clock, startsAt, happenings, stageKinds },
      seed: String(clientId ?? client.name),
      fill: (text, known) => this.texts.fill(text, { ...values, ...this.texts.answerValues(known) }),
      disqualifies: (known, now) => disqualifying(definition.script.disqualifications, known as PlaybookAnswers, { now, zone: clock.zone }) !== null,
    });
    const events = scenario.suggestions ? await this.replies.among(played.events, definition.script, { clientId, name: client.name, answers, zone: clock.zone }) : played.events;
    const assertions = judgeAll(scenario.assertions, { ...played, events }, startsAt);
    return { startedAt: new Date(startsAt).toISOString(), zone: clock.zone, events, end: played.end, assertions };
  }
}
