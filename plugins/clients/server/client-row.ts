import type { Client, ClientStatus, CustomFields } from '../contract.ts';
import type { Prisma } from '@loctelli/core/server';

/** What a client is read with, for `clientOf`. */
export const withOwner = { owner: { select: { name: true } } } satisfies Prisma.ClientInclude;
type Row = Prisma.ClientGetPayload<{ include: typeof withOwner }>;

/** A client as others see it. */
export function clientOf({ status, value, owner, customFields, stageSince, createdAt, updatedAt, deletedAt, ...row }: Row): Client {
  const { id, name, email, phone, company, position, zone, source, currency, ownerId, stageId, lostReasonId, mergedIntoId, tags, version } = row;
  return {
    ...{ id, name, email, phone, company, position, zone, source, currency, ownerId, stageId, lostReasonId, mergedIntoId, tags, version },
    stageSince: stageSince?.toISOString() ?? null,
    status: status as ClientStatus,
    value: value === null ? null : Number(value),
    ownerName: owner?.name ?? null,
    customFields: customFields as CustomFields,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
  };
}

/** Field → `[before, after]` of the fields that differ. */
export function changesOf(before: object, after: object): Record<string, [unknown, unknown]> {
  const old = before as Record<string, unknown>;
  const changed = Object.entries(after).filter(
    ([field, value]) => value !== undefined && JSON.stringify(old[field]) !== JSON.stringify(value),
  );
  return Object.fromEntries(changed.map(([field, value]) => [field, [old[field] ?? null, value]]));
}
