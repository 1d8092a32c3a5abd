import { z } from 'zod';

/** Name of something that people arrange: `dashboard`, `shell`, `clients.table`. */
export const preferenceKey = z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)*$/).max(80);
const largest = 20_000;
const value = z
  .json()
  .refine((json) => json !== null, 'must not be null: delete the preference instead')
  .refine((json) => JSON.stringify(json).length <= largest, `must be ${largest} characters of JSON at most`);

/** What is in force for the caller: `own` when they arranged it, `tenant` when everybody starts with it, `none` (null) when nobody did. */
export const preference = z
  .object({ key: z.string(), value: z.json(), from: z.enum(['own', 'tenant', 'none']) })
  .meta({ id: 'Preference' });
export type Preference = z.infer<typeof preference>;
export const preferenceWrite = z.strictObject({ value }).meta({ id: 'PreferenceWrite' });
