import { z } from 'zod';
import { id, instant, line, version, zone } from '@loctelli/core';
import { stopReason } from './enrolments.ts';

/** Minutes since the simulation's beginning. */
const minutes = z
  .number()
  .int()
  .min(0)
  .max(366 * 24 * 60);
/** A client that is made up for the run, or a real one whose facts, or whose past conversation, is taken. Nothing is written or sent. */
export const simulatedClient = z.strictObject({
  clientId: id.nullable().default(null),
  /** Its incoming messages become happenings at their own distances. */
  conversationId: id.nullable().default(null),
  name: line(200).default('Ana Ruiz'),
  email: z.string().max(254).nullable().default('ana@example.com'),
  zone: zone.nullable().default(null),
  /** By the names of rules' fields: `status`, `tags`, `custom:size` … */
  facts: z
    .record(z.string().max(50), z.union([z.string().max(200), z.number(), z.boolean(), z.array(z.string().max(100)).max(50)]))
    .default({}),
});
export const happening = z.discriminatedUnion('what', [
  z.strictObject({ at: minutes, what: z.literal('reply'), text: z.string().max(5_000).default('') }),
  z.strictObject({ at: minutes, what: z.literal('booking') }),
  z.strictObject({ at: minutes, what: z.literal('bounce') }),
  z.strictObject({ at: minutes, what: z.literal('unsubscribe') }),
  z.strictObject({ at: minutes, what: z.literal('stage'), stageId: id }),
  z.strictObject({
    at: minutes,
    what: z.literal('answer'),
    question: z.string().max(40),
    value: z.union([z.string().max(2_000), z.number(), z.boolean()]),
  }),
  z.strictObject({ at: minutes, what: z.literal('task-done') }),
]);
export type Happening = z.infer<typeof happening>;

/** What must come true in a run. */
export const assertion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('step-runs'), stepId: z.string().max(20) }),
  z.strictObject({ kind: z.literal('step-does-not-run'), stepId: z.string().max(20) }),
  z.strictObject({ kind: z.literal('ends'), status: z.enum(['completed', 'stopped']), reason: stopReason.nullable().default(null) }),
  z.strictObject({ kind: z.literal('says'), text: line(200) }),
  z.strictObject({ kind: z.literal('never-says'), text: line(200) }),
  z.strictObject({ kind: z.literal('within'), days: z.number().int().min(1).max(366) }),
]);
export type Assertion = z.infer<typeof assertion>;

export const scenario = z.strictObject({
  client: simulatedClient.prefault({}),
  startsAt: z.iso.datetime({ offset: true }).nullable().default(null),
  happenings: z.array(happening).max(200).default([]),
  /** Whether the endpoint is asked for suggested replies to the client's messages. */
  suggestions: z.boolean().default(false),
  assertions: z.array(assertion).max(40).default([]),
});
export type Scenario = z.infer<typeof scenario>;
export type ScenarioInput = z.input<typeof scenario>;

/** One line of what would happen. */
export const simulatedEvent = z.object({
  at: instant,
  what: z.enum(['step', 'happening', 'suggestion', 'delay', 'end']),
  stepId: z.string().nullable(),
  kind: z.string(),
  variant: z.string().nullable(),
  subject: z.string().nullable(),
  text: z.string().nullable(),
  /** Words of a delay, an end or where a condition led to. */
  note: z.string().nullable(),
});
export type SimulatedEvent = z.infer<typeof simulatedEvent>;

export const simulationResult = z
  .object({
    startedAt: instant,
    zone: z.string(),
    events: z.array(simulatedEvent),
    end: z.object({ status: z.enum(['completed', 'stopped', 'running']), reason: stopReason.nullable(), at: instant.nullable() }),
    assertions: z.array(z.object({ assertion, holds: z.boolean() })),
  })
  .meta({ id: 'StrategySimulationResult' });
export type SimulationResult = z.infer<typeof simulationResult>;
/** Runs the draft unless a version is named. */
export const simulate = z
  .strictObject({ number: id.nullable().default(null), scenario: scenario.prefault({}) })
  .meta({ id: 'StrategySimulate' });
export type Simulate = z.infer<typeof simulate>;
export type SimulateInput = z.input<typeof simulate>;

/** A scenario that is kept with the strategy; all of them run before it is published, and what fails is shown. */
export const simulation = z
  .object({
    id: z.number().int(),
    strategyId: z.number().int(),
    name: z.string(),
    scenario,
    holds: z.boolean().nullable(),
    ranAt: instant.nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'StrategySimulation' });
export type Simulation = z.infer<typeof simulation>;
export const simulationList = z.object({ items: z.array(simulation) }).meta({ id: 'StrategySimulationList' });
export const simulationCreate = z
  .strictObject({ name: line(120), scenario: scenario.prefault({}) })
  .meta({ id: 'StrategySimulationCreate' });
export type SimulationCreate = z.infer<typeof simulationCreate>;
export const simulationUpdate = z
  .strictObject({ version, name: line(120).optional(), scenario: scenario.optional() })
  .meta({ id: 'StrategySimulationUpdate' });
export type SimulationUpdate = z.infer<typeof simulationUpdate>;
/** Every kept scenario, run anew on the draft. */
export const simulationRuns = z
  .object({ items: z.array(z.object({ id: z.number().int(), name: z.string(), holds: z.boolean(), result: simulationResult })) })
  .meta({ id: 'StrategySimulationRuns' });
export type SimulationRuns = z.infer<typeof simulationRuns>;
