import type { Database, Prisma } from '@loctelli/core/server';
import { hrefOf } from '../enrolments/enrolment-row.ts';
import { fillIn, type TextValues } from '../texts/fill-in.ts';
import type { Made, Run } from './make-enrolments.ts';

interface Stage {
  strategy: { id: number; name: string };
  ownerId: number;
  /** What texts say of a client. */
  valuesOf: (made: Made) => Partial<TextValues>;
}

const date = (at: number | null) => (at === null ? null : new Date(at));
const firstOf = (runs: readonly Run[], field: 'repliedAt' | 'bookedAt' | 'wonAt') => date(runs.find((run) => run[field] !== null)?.[field] ?? null);

/** Writes what was made, with the lines on the clients' timelines. */
export async function writeEnrolments(db: Database, made: readonly Made[], { strategy, ownerId, valuesOf }: Stage): Promise<void> {
  const rows = await db.strategyEnrolment.createManyAndReturn({ data: made.map((each) => rowOf(each, strategy.id, ownerId)), select: { id: true } });
  const runs = made.flatMap((each, index) => {
    const values = valuesOf(each);
    return each.runs.map((run) => runOf(run, rows[index]!.id, values));
  });
  await db.strategyStepRun.createMany({ data: runs });
  await db.timelineEntry.createMany({ data: made.flatMap((each) => historyOf(each, strategy)) });
}

function rowOf({ person, version, source, at, status, stopReason, stepId, nextAt, delay, endedAt, runs }: Made, strategyId: number, ownerId: number): Prisma.StrategyEnrolmentCreateManyInput {
  const sent = runs.filter(({ variant }) => variant !== null);
  return {
    ...{ strategyId, versionId: version.id, clientId: person.id, ownerId, source, status, stopReason, stepId, delay, ordinal: runs.length },
    ...{ cause: source === 'event' ? version.definition.cadence.triggers[0]?.event : null, nextAt: date(nextAt), endedAt: date(endedAt), createdAt: new Date(at) },
    ...{ reachedAt: date(sent[0]?.at ?? null), lastSentAt: date(sent.at(-1)?.at ?? null) },
    ...{ repliedAt: firstOf(runs, 'repliedAt'), bookedAt: firstOf(runs, 'bookedAt'), wonAt: firstOf(runs, 'wonAt') },
  };
}

const runOf = ({ ordinal, step, variant, what, text, at, ...happened }: Run, enrolmentId: number, values: Partial<TextValues>): Prisma.StrategyStepRunCreateManyInput => ({
  ...{ enrolmentId, ordinal, stepId: step.id, kind: step.kind, variantId: variant?.id ?? null, status: 'done', what, text: text && fillIn(text, values) },
  ...{ dueAt: new Date(at), doneAt: new Date(at), repliedAt: date(happened.repliedAt), bookedAt: date(happened.bookedAt), wonAt: date(happened.wonAt) },
});

function historyOf({ person, at, status, stopReason, endedAt, runs }: Made, strategy: Stage['strategy']): Prisma.TimelineEntryCreateManyInput[] {
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
