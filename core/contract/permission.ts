import { z } from 'zod';

/** How far a permission reaches: rows the user owns, rows owned in the user's team, or all rows of the tenant. */
export const scope = z.enum(['own', 'team', 'all']);
export type Scope = z.infer<typeof scope>;

/** What a user may do: permission id → how far. An absent id is a refusal. */
export const grants = z.record(z.string(), scope);
export type Grants = z.infer<typeof grants>;

/** What a role may be refused to do with one field of a record it reaches. */
export const fieldVerb = z.enum(['read', 'write', 'export']);
export type FieldVerb = z.infer<typeof fieldVerb>;

/**
 * Field rules of a role: subject → field → what it is refused. An absent field is open. Who may not read a field neither writes nor
 * exports it, whatever else is said.
 */
export const fieldRules = z.record(z.string().max(80), z.record(z.string().max(80), z.array(fieldVerb).max(3)));
export type FieldRules = z.infer<typeof fieldRules>;

/** The roles every tenant starts with. Tenants may add their own. */
export const builtInRoles = ['admin', 'manager', 'user'] as const;
export type BuiltInRole = (typeof builtInRoles)[number];
