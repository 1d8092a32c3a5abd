import { z } from 'zod';
import { defineJob, id, instant, pageOf, pageQuery, version } from '@loctelli/core';
import { client } from './clients.ts';

export const duplicateReason = z.enum(['email', 'phone', 'name', 'similarName', 'company', 'emailName']);
export type DuplicateReason = z.infer<typeof duplicateReason>;
/** Two clients that may be one. `score` is 0 to 100. */
export const duplicate = z
  .object({ id: z.number().int(), score: z.number().int(), reasons: z.array(duplicateReason), first: client, second: client, createdAt: instant })
  .meta({ id: 'ClientDuplicate' });
export type ClientDuplicate = z.infer<typeof duplicate>;
export const duplicatePage = pageOf(duplicate, 'ClientDuplicatePage');
/** Pairs whose both halves the caller may see, most alike first. */
export const duplicateQuery = pageQuery.extend({ clientId: id.optional() });
export type DuplicateQuery = z.infer<typeof duplicateQuery>;
/** Who a client about to be made may be already. */
export const duplicateCheck = z
  .strictObject({
    name: z.string().trim().max(200).optional(),
    email: z.string().trim().max(254).optional(),
    phone: z.string().trim().max(40).optional(),
    company: z.string().trim().max(200).optional(),
  })
  .meta({ id: 'ClientDuplicateCheck' });
export type DuplicateCheck = z.infer<typeof duplicateCheck>;
export const duplicateMatches = z
  .object({ items: z.array(z.object({ score: z.number().int(), reasons: z.array(duplicateReason), client })) })
  .meta({ id: 'ClientDuplicateMatches' });
export type DuplicateMatches = z.infer<typeof duplicateMatches>;

/** Live message: the pairs have been looked for anew. */
export const duplicatesFound = 'clients.duplicates-found';

const choices = z.record(z.string().max(60), id);
/** `choices` says whose value a field takes: field (or `custom:<key>`) → client id. Fields not named take the survivor's, else the first that is not empty. */
export const mergeRequest = z.strictObject({ survivorId: id, ids: z.array(id).min(1).max(9), choices: choices.optional() });
export const mergePreviewRequest = mergeRequest.meta({ id: 'ClientMergePreviewRequest' });
/** `versions`: client id → the version that was looked at, of every client that takes part. */
export const mergeCreate = mergeRequest.extend({ versions: z.record(z.string().regex(/^\d+$/), version) }).meta({ id: 'ClientMergeCreate' });
export type MergeRequest = z.infer<typeof mergeRequest>;
export type MergeCreate = z.infer<typeof mergeCreate>;
export const mergePreview = z
  .object({
    clients: z.array(client),
    result: client,
    /** Fields whose values differ, and whose value the result takes. */
    differences: z.array(z.object({ field: z.string(), from: z.number().int(), values: z.array(z.object({ clientId: z.number().int(), value: z.json() })) })),
    /** What moves to the survivor, by kind: notes, tasks, files, timeline. */
    moves: z.record(z.string(), z.number().int()),
  })
  .meta({ id: 'ClientMergePreview' });
export type MergePreview = z.infer<typeof mergePreview>;
export const clientMerge = z
  .object({
    id: z.number().int(),
    survivorId: z.number().int(),
    survivorName: z.string(),
    mergedIds: z.array(z.number().int()),
    mergedByName: z.string().nullable(),
    /** Until then it can be taken back. */
    undoUntil: instant,
    undoneAt: instant.nullable(),
    /** Fields that its undo left as they are, because somebody changed them since; empty until then. */
    kept: z.array(z.string()),
    createdAt: instant,
  })
  .meta({ id: 'ClientMerge' });
export type ClientMerge = z.infer<typeof clientMerge>;
export const clientMergePage = pageOf(clientMerge, 'ClientMergePage');
export const mergeQuery = pageQuery.extend({ clientId: id.optional() });
export type MergeQuery = z.infer<typeof mergeQuery>;

export const findDuplicates = defineJob('clients.find-duplicates', z.object({ progressId: z.number().int().nullable() }), { attempts: 3 });
