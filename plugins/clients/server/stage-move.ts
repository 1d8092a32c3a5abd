import { problem } from '@loctelli/core/server';
import { clientErrors, type ClientStatus } from '../contract.ts';
import { entryStage, type Setup, type StageFacts } from './client-setup.ts';

/** Where a client stands. */
export interface Standing {
  status: ClientStatus;
  stageId: number | null;
  stageSince: Date | null;
  lostReasonId: number | null;
}

/** What somebody asks for; absent means as it is. */
export interface Wish {
  status?: ClientStatus | undefined;
  stageId?: number | null | undefined;
  lostReasonId?: number | null | undefined;
}

interface Rules {
  /** Whether a client that becomes lost must have a reason, where the tenant has any. An imported file knows none. */
  demandReason?: boolean;
  now?: Date;
}

/**
 * How stage, status and reason follow one another. The stage decides: one of kind won or lost sets the status, leaving such a one makes the
 * client active. A status that is sent alone moves the client: won and lost to the first stage of that kind in its pipeline (the default
 * one if it is in none), lead and active out of such a stage to the first open one; archived leaves it where it stands. A reason is kept
 * only while the client is lost.
 * @param before null for a client that is being made
 * @throws clients.stage-not-found, clients.lost-reason-not-found, clients.lost-reason-needed
 */
export function standingAfter(before: Standing | null, asked: Wish, setup: Setup, { demandReason = true, now = new Date() }: Rules = {}): Standing {
  const from: Standing = before ?? { status: 'lead', stageId: null, stageSince: null, lostReasonId: null };
  // A form sends what stands in it: the stage a client is in already moves nothing.
  const wish = before && asked.stageId === from.stageId ? { ...asked, stageId: undefined } : asked;
  const stage = before ? stageAfter(from, wish, setup.stages) : firstStage(wish, setup.stages);
  const moved = (stage?.id ?? null) !== from.stageId;
  const status = statusAfter(from, wish, stage, moved);
  const lost = status === 'lost' || stage?.kind === 'lost';
  const named = wish.lostReasonId ?? null;
  if (named !== null && named !== from.lostReasonId && !setup.reasons.includes(named)) refuse('lostReasonNotFound', 'lostReasonId');
  const reason = !lost ? null : wish.lostReasonId === undefined ? from.lostReasonId : wish.lostReasonId;
  const becameLost = lost && (moved || from.status !== status);
  const taken = wish.lostReasonId === null && from.lostReasonId !== null;
  if (demandReason && lost && reason === null && setup.reasons.length > 0 && (becameLost || taken)) refuse('lostReasonNeeded', 'lostReasonId');
  return { status, stageId: stage?.id ?? null, stageSince: moved ? (stage ? now : null) : from.stageSince, lostReasonId: reason };
}

function statusAfter(from: Standing, wish: Wish, stage: StageFacts | undefined, moved: boolean): ClientStatus {
  const asked = wish.status ?? from.status;
  if (!moved && (wish.status === undefined || asked === 'archived')) return asked;
  if (stage && stage.kind !== 'open') return stage.kind;
  return moved && wish.stageId !== undefined && (asked === 'won' || asked === 'lost') ? 'active' : asked;
}

function firstStage({ stageId, status }: Wish, stages: readonly StageFacts[]): StageFacts | undefined {
  if (stageId === null) return undefined;
  return stageId === undefined ? entryStage(stages, status) : known(stageId, stages);
}

function stageAfter(from: Standing, { stageId, status }: Wish, stages: readonly StageFacts[]): StageFacts | undefined {
  if (stageId === null) return undefined;
  if (stageId !== undefined) return known(stageId, stages);
  const stage = stages.find(({ id }) => id === from.stageId);
  if (!status || status === from.status || status === 'archived') return stage;
  const siblings = stage ? stages.filter(({ pipelineId }) => pipelineId === stage.pipelineId) : stages.filter(({ isDefault }) => isDefault);
  if (status === 'won' || status === 'lost') return stage?.kind === status ? stage : (siblings.find(({ kind }) => kind === status) ?? stage);
  return stage && stage.kind !== 'open' ? (siblings.find(({ kind }) => kind === 'open') ?? stage) : stage;
}

function known(id: number, stages: readonly StageFacts[]): StageFacts {
  const stage = stages.find((each) => each.id === id && !each.archived);
  return stage ?? refuse('stageNotFound', 'stageId');
}

function refuse(error: 'stageNotFound' | 'lostReasonNotFound' | 'lostReasonNeeded', path: string): never {
  const { detail } = clientErrors[error];
  throw problem(clientErrors[error], undefined, [{ path, code: error === 'lostReasonNeeded' ? 'required' : 'unknown', message: detail }]);
}
