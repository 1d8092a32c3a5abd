import { isUtf8 } from 'node:buffer';
// By its Node entry: the main one has no form that CommonJS, in which tests run, could find.
import { fileTypeFromBuffer } from 'file-type/node';
import { kernelErrors } from '@loctelli/core';
import { Problem, recode, typeOfPicture } from '@loctelli/core/server';

export interface KnownFile {
  mime: string;
  bytes: Buffer;
  /** Pixels of a picture; null for all else, which is only ever saved and not shown. */
  width: number | null;
  height: number | null;
}

/** Pictures are drawn anew, so that nothing of the sender's bytes is left; all else is what its bytes say, text of any kind being plain text. */
export async function knownFile(bytes: Buffer): Promise<KnownFile> {
  if (typeOfPicture(bytes)) {
    try {
      return await recode(bytes);
    } catch (error) {
      // A broken picture may still be what somebody wants to send: it is kept, and not shown.
      if (!(error instanceof Problem) || error.definition.code !== kernelErrors.unreadablePicture.code) throw error;
      return { mime: 'application/octet-stream', bytes, width: null, height: null };
    }
  }
  const known = await fileTypeFromBuffer(bytes);
  const mime = known?.mime ?? (isUtf8(bytes) && !bytes.includes(0) ? 'text/plain' : 'application/octet-stream');
  return { mime, bytes, width: null, height: null };
}

/** A file's name as it may be shown and offered for download: no folders, no control or direction characters, 120 characters at most. */
export function cleanName(name: string, mime: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1)!;
  const shown = last.replace(/[\p{Cc}\p{Cf}\p{Cs}<>:"|?*]/gu, '').replace(/\s+/g, ' ').replace(/^[\s.]+|[\s.]+$/g, '');
  const ending = endings[mime];
  const stem = (ending ? shown.replace(/\.[^.]{1,8}$/, '') : shown) || 'file';
  return `${[...stem].slice(0, 120).join('')}${ending ?? ''}`;
}

/** What a picture is called after it was drawn anew. */
const endings: Record<string, string> = { 'image/png': '.png', 'image/jpeg': '.jpg', 'image/webp': '.webp' };
