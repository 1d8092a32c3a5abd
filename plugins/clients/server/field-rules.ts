import { kernelErrors } from '@loctelli/core';
import { problem } from '@loctelli/core/server';
import { clientErrors, type Client } from '../contract.ts';

/** What goes with a field: who may not know the field may not know these either. */
const companions: Partial<Record<string, (keyof Client)[]>> = { ownerId: ['ownerName'], value: ['currency'], stageId: ['stageSince'] };
const emptied: Partial<Client> = { tags: [], customFields: {} };

/** A client without the fields its reader's role is refused. */
export function masked(client: Client, refused: ReadonlySet<string>): Client {
  if (refused.size === 0) return client;
  const hidden = [...refused].flatMap((field) => [field as keyof Client, ...(companions[field] ?? [])]).filter((field) => field in client);
  return { ...client, ...Object.fromEntries(hidden.map((field) => [field, emptied[field] ?? null])) };
}

/** The fields of an answer that stay empty for this reader. */
export const hiddenFields = (refused: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...refused].flatMap((field) => [field, ...(companions[field] ?? [])]));

/** Throws clients.field-refused for the first of these fields that the role may not write. */
export function demandWritable(fields: readonly string[], refused: ReadonlySet<string>): void {
  const field = fields.find((each) => refused.has(each));
  if (field === undefined) return;
  const message = clientErrors.fieldRefused.detail.replace('{field}', field);
  throw problem(clientErrors.fieldRefused, { field }, [{ path: field, code: 'refused', message }]);
}

/** Throws core.forbidden when a list asks by a field that its reader may not know: the answer would tell it. */
export function demandReadable(fields: readonly (string | undefined | false | null)[], refused: ReadonlySet<string>): void {
  if (fields.some((field) => field && refused.has(field))) throw problem(kernelErrors.forbidden);
}
