import { z } from 'zod';

/** How far a permission reaches: rows the user owns, rows owned in the user's team, or all rows of the tenant. */
export const scope = z.enum(['own', 'team', 'all']);
export type Scope = z.infer<typeof scope>;

/** What a user may do: permission id → how far. An absent id is a refusal. */
export const grants = z.record(z.string(), scope);
export type Grants = z.infer<typeof grants>;

/** The roles every tenant starts with. Tenants may add their own. */
export const builtInRoles = ['admin', 'manager', 'user'] as const;
export type BuiltInRole = (typeof builtInRoles)[number];
