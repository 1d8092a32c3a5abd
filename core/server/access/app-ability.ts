import type { Ability, AbilityTuple } from '@casl/ability';

/** A user's rights as CASL sees them: action on a Prisma model, with a Prisma `where` as its condition. */
export type AppAbility = Ability<AbilityTuple<string, string>, object>;
