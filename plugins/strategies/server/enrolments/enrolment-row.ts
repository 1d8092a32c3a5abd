import type { Prisma } from '@loctelli/core/server';
import type { Definition, Enrolment, StepRun, StopReason } from '../../contract.ts';

/** What an enrolment is read with, for `enrolmentOf`. */
export const withAll = {
  strategy: { select: { name: true, status: true } },
  version: { select: { number: true } },
  client: { select: { name: true } },
  owner: { select: { name: true } },
} satisfies Prisma.StrategyEnrolmentInclude;
export type EnrolmentRow = Prisma.StrategyEnrolmentGetPayload<{ include: typeof withAll }>;

export const live = { in: ['active', 'held'] };
/** The page of a strategy's enrolments, with one of them open. */
export const hrefOf = (strategyId: number, enrolmentId?: number) => `/strategies/${strategyId}/enrolments${enrolmentId === undefined ? '' : `?enrolment=${enrolmentId}`}`;

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** An enrolment as others see it. One of a strategy that rests is held, without that every row is written. */
export function enrolmentOf(row: EnrolmentRow, { cadence: { steps } }: Definition): Enrolment {
  const index = row.status === 'active' || row.status === 'held' ? steps.findIndex(({ id }) => id === row.stepId) : -1;
  const step = steps[index];
  return {
    ...{ id: row.id, strategyId: row.strategyId, strategyName: row.strategy.name, number: row.version.number },
    ...{ clientId: row.clientId, clientName: row.client.name, ownerId: row.ownerId, ownerName: row.owner.name },
    status: row.status === 'active' && row.strategy.status === 'paused' ? 'held' : (row.status as Enrolment['status']),
    source: row.source as Enrolment['source'],
    cause: row.cause,
    stopReason: row.stopReason as StopReason | null,
    stopHref: row.stopHref,
    stepCount: steps.length,
    next: step ? { stepId: step.id, index, kind: step.kind, name: step.name } : null,
    nextAt: iso(row.nextAt),
    delay: row.taskId !== null ? 'task' : (row.delay as Enrolment['delay']),
    ...{ repliedAt: iso(row.repliedAt), bookedAt: iso(row.bookedAt), wonAt: iso(row.wonAt) },
    ...{ createdAt: row.createdAt.toISOString(), endedAt: iso(row.endedAt), version: row.lock },
  };
}

/** One step that was carried out, with what its version calls it. */
export function runOf(row: Prisma.StrategyStepRunGetPayload<object>, { cadence: { steps } }: Definition): StepRun {
  const step = steps.find(({ id }) => id === row.stepId);
  const variants = step && 'variants' in step ? step.variants : [];
  return {
    ...{ id: row.id, stepId: row.stepId, kind: row.kind, name: step?.name ?? '', what: row.what, text: row.text, href: row.href, error: row.error },
    variant: variants.length > 1 ? variants.find(({ id }) => id === row.variantId)?.name || row.variantId : null,
    status: row.status as StepRun['status'],
    dueAt: row.dueAt.toISOString(),
    doneAt: iso(row.doneAt),
    replied: row.repliedAt !== null,
  };
}
