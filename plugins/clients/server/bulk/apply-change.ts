import type { BulkChange, CustomFields, StageKind } from '../../contract.ts';
import { same } from '../imports/decide.ts';

/** What a bulk run may change about a client. Moments are ISO 8601. */
export interface BulkFields {
  status: string;
  ownerId: number | null;
  stageId: number | null;
  stageSince: string | null;
  lostReasonId: number | null;
  source: string | null;
  tags: string[];
  customFields: CustomFields;
  deletedAt: string | null;
}
export const bulkFields = ['status', 'ownerId', 'stageId', 'stageSince', 'lostReasonId', 'source', 'tags', 'customFields', 'deletedAt'] as const satisfies (keyof BulkFields)[];

export interface Difference {
  before: Partial<BulkFields>;
  after: Partial<BulkFields>;
}

const mostTags = 50;

/**
 * A client after a change. A stage of kind won or lost brings its status with it, and leaving such a one makes the client active; the
 * reason for a loss lives as long as the loss.
 */
export function applyChange(client: BulkFields, change: BulkChange, stages: ReadonlyMap<number, StageKind>, now: string): BulkFields {
  const next = { ...client };
  if (change.ownerId !== undefined) next.ownerId = change.ownerId;
  if (change.source !== undefined) next.source = change.source;
  if (change.status !== undefined) next.status = change.status;
  if (change.stageId !== undefined && change.stageId !== client.stageId) Object.assign(next, { stageId: change.stageId, stageSince: change.stageId === null ? null : now });
  const kind = next.stageId === null ? null : (stages.get(next.stageId) ?? null);
  if (next.stageId !== client.stageId) {
    const left = client.stageId === null ? null : stages.get(client.stageId);
    if (kind === 'won' || kind === 'lost') next.status = kind;
    else if ((left === 'won' || left === 'lost') && change.status === undefined) next.status = 'active';
  }
  const lost = kind === 'lost' || (kind === null && next.status === 'lost');
  if (!lost) next.lostReasonId = null;
  else if (change.lostReasonId !== undefined) next.lostReasonId = change.lostReasonId;
  if (change.addTags || change.removeTags) {
    const gone = new Set(change.removeTags);
    next.tags = [...new Set([...client.tags, ...(change.addTags ?? [])])].filter((tag) => !gone.has(tag)).slice(0, Math.max(mostTags, client.tags.length));
  }
  if (change.customFields) {
    const values = Object.entries({ ...client.customFields, ...change.customFields });
    next.customFields = Object.fromEntries(values.filter(([, value]) => value !== null && value !== ''));
  }
  return next;
}

/** The fields that differ; null when none does. */
export function differenceOf(before: BulkFields, after: BulkFields): Difference | null {
  const fields = bulkFields.filter((field) => !same(before[field], after[field]));
  if (fields.length === 0) return null;
  const of = (client: BulkFields) => Object.fromEntries(fields.map((field) => [field, client[field]]));
  return { before: of(before), after: of(after) };
}
