import { kernelErrors } from '@loctelli/core';
import { problem } from '@loctelli/core/server';

/** The last row of a page: by what order, its place in it, and its id where places are equal. */
export type ListCursor = [signature: string, key: string, id: number];

export const encodeCursor = (cursor: ListCursor) => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** Throws core.invalid-cursor for what is not a cursor of this order. */
export function decodeCursor(text: string, signature: string): ListCursor {
  try {
    const [signed, key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as ListCursor;
    if (signed === signature && typeof key === 'string' && Number.isInteger(id) && fits(key, signature)) return [signed, key, id];
  } catch {
    // Not one of ours: answered below like any other cursor that cannot be used.
  }
  throw problem(kernelErrors.invalidCursor);
}

function fits(key: string, signature: string): boolean {
  if (signature.startsWith('value')) return /^\d{1,14}(\.\d{1,2})?$/.test(key);
  return /^(name|company)/.test(signature) || /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?$/.test(key);
}
