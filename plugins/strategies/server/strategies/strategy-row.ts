import type { Prisma } from '@loctelli/core/server';
import { definition, type Definition } from '../../contract.ts';

export const withOwner = { owner: { select: { name: true, teamId: true } } } satisfies Prisma.StrategyInclude;
export type StrategyRow = Prisma.StrategyGetPayload<{ include: typeof withOwner }>;

/** A definition as it was kept; what an older one did not know of yet takes its default. */
export const definitionOf = (json: Prisma.JsonValue): Definition => definition.parse({ script: {}, cadence: {}, ...(json as object) });
export const emptyDefinition = (): Definition => definition.parse({ script: {}, cadence: {} });
export const jsonOf = (value: Definition) => value as unknown as Prisma.InputJsonObject;
