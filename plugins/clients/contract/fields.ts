import { z } from 'zod';
import { line, version } from '@loctelli/core';

/** Values of the tenant's own fields, by key. What each key takes is checked against its ClientField. */
export const customFields = z.record(
  z.string().max(40),
  z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(100)).max(100), z.null()]),
);
export type CustomFields = z.infer<typeof customFields>;

/** A date is `YYYY-MM-DD`, money a number in the tenant's currency, a multiselect a list of its options. */
export const clientFieldType = z.enum(['text', 'number', 'date', 'boolean', 'select', 'multiselect', 'url', 'email', 'phone', 'money']);
export type ClientFieldType = z.infer<typeof clientFieldType>;
export const clientField = z
  .object({
    id: z.number().int(),
    key: z.string(),
    label: z.string(),
    type: clientFieldType,
    required: z.boolean(),
    options: z.array(z.string()),
    position: z.number().int(),
    version: z.number().int(),
  })
  .meta({ id: 'ClientField' });
export type ClientField = z.infer<typeof clientField>;
export const clientFieldList = z.object({ items: z.array(clientField) }).meta({ id: 'ClientFieldList' });
const fieldFacts = {
  required: z.boolean().optional(),
  options: z.array(line(100)).max(200).optional(),
  position: z.number().int().min(0).max(1000).optional(),
};
export const clientFieldCreate = z
  .strictObject({ key: z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/), label: line(60), type: clientFieldType, ...fieldFacts })
  .meta({ id: 'ClientFieldCreate' });
export const clientFieldUpdate = z.strictObject({ version, label: line(60).optional(), ...fieldFacts }).meta({ id: 'ClientFieldUpdate' });
export type ClientFieldCreate = z.infer<typeof clientFieldCreate>;
export type ClientFieldUpdate = z.infer<typeof clientFieldUpdate>;
/** The new order of all fields. */
export const clientFieldOrder = z.strictObject({ ids: z.array(z.number().int()).max(500) }).meta({ id: 'ClientFieldOrder' });
