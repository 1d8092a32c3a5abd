import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
// By its Node entry: the main one has no form that CommonJS, in which tests run, could find.
import { fileTypeFromFile } from 'file-type/node';

/** What a file is by its bytes, whatever its name and its sender say. Text of any kind is plain text; what nobody knows is bytes. */
export async function typeOfFile(path: string): Promise<string> {
  const known = await fileTypeFromFile(path);
  if (known) return known.mime;
  const bytes = await readFile(path);
  return isUtf8(bytes) && !bytes.includes(0) ? 'text/plain' : 'application/octet-stream';
}

/** A file's name as it may be shown and offered for download: no folders, no control or direction characters, 200 characters at most. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1)!;
  const shown = last.replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '').replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  if ([...shown].length <= 200) return shown || 'file';
  const ending = /\.[^.]{1,20}$/.exec(shown)?.[0] ?? '';
  return [...shown].slice(0, 200 - [...ending].length).join('') + ending;
}
