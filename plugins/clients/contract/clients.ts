import { z } from 'zod';
import { email, id, instant, line, pageOf, pageQuery, version, zone } from '@loctelli/core';
import { customFields } from './fields.ts';

export const clientStatus = z.enum(['lead', 'active', 'won', 'lost', 'archived']);
export type ClientStatus = z.infer<typeof clientStatus>;

export const currency = z.string().regex(/^[A-Z]{3}$/, 'must be a currency code, such as EUR');
const value = z.number().min(0).max(999_999_999_999).multipleOf(0.01);
export const tag = line(40);

export const client = z
  .object({
    id: z.number().int(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    company: z.string().nullable(),
    position: z.string().nullable(),
    zone: z.string().nullable(),
    status: clientStatus,
    source: z.string().nullable(),
    value: z.number().nullable(),
    currency: z.string().nullable(),
    ownerId: z.number().int().nullable(),
    ownerName: z.string().nullable(),
    /** Where it stands in its pipeline, and since when; null in none. */
    stageId: z.number().int().nullable(),
    stageSince: instant.nullable(),
    lostReasonId: z.number().int().nullable(),
    /** The client it was merged into. */
    mergedIntoId: z.number().int().nullable(),
    tags: z.array(z.string()),
    customFields,
    version: z.number().int(),
    createdAt: instant,
    updatedAt: instant,
    deletedAt: instant.nullable(),
  })
  .meta({ id: 'Client' });
export type Client = z.infer<typeof client>;
export const clientPage = pageOf(client, 'ClientPage');

const optionalFacts = {
  email: email.nullable().optional(),
  /** As a person of the tenant's country writes it; kept as E.164. */
  phone: line(40).nullable().optional(),
  company: line(200).nullable().optional(),
  position: line(200).nullable().optional(),
  zone: zone.nullable().optional(),
  status: clientStatus.optional(),
  source: line(100).nullable().optional(),
  value: value.nullable().optional(),
  currency: currency.nullable().optional(),
  ownerId: id.nullable().optional(),
  /** Moves it along its pipeline, or to another one. A stage of kind won or lost sets the status; leaving such a one makes it active. */
  stageId: id.nullable().optional(),
  /** Needed with a stage of kind lost, once the tenant has reasons. */
  lostReasonId: id.nullable().optional(),
  tags: z.array(tag).max(50).optional(),
  customFields: customFields.optional(),
};
export const clientCreate = z.strictObject({ name: line(200), ...optionalFacts }).meta({ id: 'ClientCreate' });
export type ClientCreate = z.infer<typeof clientCreate>;
/** `version` may come as the If-Match header instead. Custom fields are merged: an absent key stays, null empties it. */
export const clientUpdate = z.strictObject({ version: version.optional(), name: line(200).optional(), ...optionalFacts }).meta({ id: 'ClientUpdate' });
export type ClientUpdate = z.infer<typeof clientUpdate>;

export const clientSorts = ['createdAt', 'updatedAt', 'name', 'company', 'value', 'stageSince'] as const;
const day = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

/** What a condition looks at: a fact of the client, or `custom:<key>`. */
export const conditionField = z.union([
  // prettier-ignore
  z.enum(['name', 'email', 'phone', 'company', 'position', 'zone', 'status', 'source', 'value', 'currency', 'ownerId', 'stageId', 'pipelineId', 'lostReasonId', 'tags', 'createdAt', 'updatedAt', 'stageSince', 'stuck', 'hasOpenTask']),
  z.templateLiteral(['custom:', z.string().regex(/^[a-zA-Z0-9]{1,40}$/)]),
]);
export type ConditionField = z.infer<typeof conditionField>;
// prettier-ignore
export const conditionOperator = z.enum(['is', 'isNot', 'anyOf', 'noneOf', 'contains', 'startsWith', 'atLeast', 'atMost', 'between', 'before', 'after', 'withinDays', 'empty', 'notEmpty']);
export type ConditionOperator = z.infer<typeof conditionOperator>;
const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);
/** One condition of a filter. `anyOf`, `noneOf` and `between` take a list; `empty` and `notEmpty` take nothing; the others one value. */
export const clientCondition = z.strictObject({ field: conditionField, operator: conditionOperator, value: z.union([scalar, z.array(scalar).max(100)]).optional() });
export type ClientCondition = z.infer<typeof clientCondition>;
const conditions = z.array(clientCondition).max(20);

export const clientFilter = z.strictObject({
  search: z.string().trim().max(100).optional(),
  status: clientStatus.optional(),
  ownerId: id.optional(),
  tag: tag.optional(),
  source: line(100).optional(),
  stageId: id.optional(),
  pipelineId: id.optional(),
  createdAfter: day.optional(),
  createdBefore: day.optional(),
  /** JSON text of ClientConditions, all of which must hold. */
  where: z
    .string()
    .max(6_000)
    .transform((text, context) => {
      const parsed = conditions.safeParse(parseJson(text));
      if (parsed.success) return parsed.data;
      context.addIssue({ code: 'custom', message: 'must be a JSON list of { field, operator, value }' });
      return z.NEVER;
    })
    .optional(),
  /** `true` lists the trash. */
  deleted: z.stringbool().optional(),
  sort: z.enum(clientSorts).optional(),
  direction: z.enum(['asc', 'desc']).optional(),
});
export type ClientFilter = z.infer<typeof clientFilter>;
/** A filter as a client of the API writes it into a query: `where` is the text. */
export type ClientFilterInput = Omit<ClientFilter, 'where'> & { where?: string };
export const clientQuery = pageQuery.extend(clientFilter.shape);
export type ClientQuery = z.infer<typeof clientQuery>;
export type ClientQueryInput = Omit<ClientQuery, 'where'> & { where?: string };
export const clientExportQuery = clientFilter;
export type ClientExportQuery = z.infer<typeof clientExportQuery>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
