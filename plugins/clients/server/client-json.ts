import { Prisma } from '@loctelli/core/server';
import { hiddenFields } from './field-rules.ts';

const moment = (column: string) => `to_char(c."${column}", 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The contract's Client, field by field, over `"Client" c` and its owner `u`: a new column is private until it is named here. */
const fields: Record<string, string> = {
  ...{ id: 'c.id', name: 'c.name', email: 'c.email', phone: 'c.phone', company: 'c.company', position: 'c.position', zone: 'c.zone' },
  ...{ status: 'c.status', source: 'c.source', value: 'c.value', currency: 'c.currency', ownerId: 'c."ownerId"', ownerName: 'u.name' },
  ...{ stageId: 'c."stageId"', stageSince: moment('stageSince'), lostReasonId: 'c."lostReasonId"', mergedIntoId: 'c."mergedIntoId"' },
  ...{ tags: 'c.tags', customFields: 'c."customFields"', version: 'c.version' },
  ...{ createdAt: moment('createdAt'), updatedAt: moment('updatedAt'), deletedAt: moment('deletedAt') },
};
const emptied: Record<string, string> = { tags: `'[]'::json`, customFields: `'{}'::json` };

/** JSON of a client as one who is refused these fields sees it. */
export function clientJson(refused: ReadonlySet<string>): Prisma.Sql {
  const hidden = hiddenFields(refused);
  const parts = Object.entries(fields).map(([field, column]) => `'${field}', ${hidden.has(field) ? (emptied[field] ?? 'null') : column}`);
  return Prisma.raw(`json_build_object(${parts.join(', ')})`);
}
