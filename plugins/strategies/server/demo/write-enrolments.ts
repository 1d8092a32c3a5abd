import type { Database, Prisma } from '@loctelli/core/server';
import { hrefOf } from '../enrolments/enrolment-row.ts';
import { fillIn, type TextValues } from '../texts/fill-in.ts';
import type { Made, Run } from './make-enrolments.ts';

/** What was made, of which strategy, and what its texts say of the client. */
export interface Story {
  made: Made;
  strategy: { id: number; name: string };
  ownerId: number;
  values: Partial<TextValues>;
}

const date = (at: number | null) => (at === null ? null : new Date(at));
const firstOf = (runs: readonly Run[], field: 'repliedAt' | 'bookedAt' | 'wonAt') => date(runs.find((run) => run[field] !== null)?.[field] ?? null);

/** Writes what was made, the oldest first, as ids tell; with the lines on the clients' timelines. */
export async function writeEnrolments(db: Database, stories: readonly Story[]): Promise<void> {
  const inOrder = [...stories].sort((a, b) => a.made.at - b.made.at);
  const rows = await db.strategyEnrolment.createManyAndReturn({ data: inOrder.map(rowOf), select: { id: true } });
  await db.strategyStepRun.createMany({ data: inOrder.flatMap(({ made, values }, index) => made.runs.map((run) => runOf(run, rows[index]!.id, values))) });
  await db.timelineEntry.createMany({ data: inOrder.flatMap(({ made, strategy }) => historyOf(made, strategy)) });
}

function rowOf({ made, strategy, ownerId }: Story): Prisma.StrategyEnrolmentCreateManyInput {
  const { person, version, source, at, status, stopReason, stepId, nextAt, delay, endedAt, runs } = made;
  const sent = runs.filter(({ variant }) => variant !== null);
  return {
    ...{ strategyId: strategy.id, versionId: version.id, clientId: person.id, ownerId, source, status, stopReason, stepId, delay, ordinal: runs.length },
    ...{ cause: source === 'event' ? version.definition.cadence.triggers[0]?.event : null, nextAt: date(nextAt), endedAt: date(endedAt), createdAt: new Date(at) },
    ...{ reachedAt: date(sent[0]?.at ?? null), lastSentAt: date(sent.at(-1)?.at ?? null) },
    ...{ repliedAt: firstOf(runs, 'repliedAt'), bookedAt: firstOf(runs, 'bookedAt'), wonAt: firstOf(runs, 'wonAt') },
  };
}

const runOf = ({ ordinal, step, variant, what, text, at, ...happened }: Run, enrolmentId: number, values: Partial<TextValues>): Prisma.StrategyStepRunCreateManyInput => ({
  ...{ enrolmentId, ordinal, stepId: step.id, kind: step.kind, variantId: variant?.id ?? null, status: 'done', what, text: text && fillIn(text, values) },
  ...{ dueAt: new Date(at), doneAt: new Date(at), repliedAt: date(happened.repliedAt), bookedAt: date(happened.bookedAt), wonAt: date(happened.wonAt) },
});

function historyOf({ person, at, status, stopReason, endedAt, runs }: Made, strategy: Story['strategy']): Prisma.TimelineEntryCreateManyInput[] {
  const entry = (what: string, when: number, params: Record<string, string> = {}) => ({
    ...{ subject: 'Client', subjectId: person.id, kind: `strategies.${what}`, permission: 'strategies.enrolments', href: hrefOf(strategy.id) },
    ...{ params: { strategy: strategy.name, ...params }, at: new Date(when) },
  });
  const sent = runs.filter(({ variant }) => variant !== null);
  return [
    entry('enrolled', at),
    ...sent.map(({ what, step, at: when }) => entry(what, when, { step: step.name || step.id })),
    ...(endedAt === null ? [] : [entry(status, endedAt, stopReason ? { reason: stopReason } : {})]),
  ];
}
