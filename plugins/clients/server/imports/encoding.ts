import { createReadStream } from 'node:fs';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

const enough = 256 * 1024;

/**
 * Tells how the text of a file is written: by its byte order mark, by being valid UTF-8 to the end, else by the bytes it uses.
 * @returns a name iconv-lite knows, or null for a file that is no text
 */
export async function detectEncoding(path: string): Promise<string | null> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const telling: Buffer[] = [];
  let [size, valid, first] = [0, true, true];
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first) {
      first = false;
      const known = byMark(chunk) ?? wide(chunk);
      if (known) return known;
      if (chunk.subarray(0, 4096).includes(0)) return null;
    }
    valid &&= isValid(utf8, chunk);
    if (size < enough && chunk.some((byte) => byte > 0x7f)) size += telling.push(chunk) && chunk.length;
    if (!valid && size >= enough) break;
  }
  return valid && endsWhole(utf8) ? 'utf-8' : guess(Buffer.concat(telling));
}

/** Decodes bytes of that encoding as they come, and drops the byte order mark. */
export const decoderOf = (encoding: string): NodeJS.ReadWriteStream => iconv.decodeStream(encoding, { stripBOM: true });

function byMark(head: Buffer): string | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark: in tables, most characters are ASCII, so every other byte is zero. */
function wide(head: Buffer): string | null {
  const pairs = Math.min(Math.floor(head.length / 2), 500);
  let [even, odd] = [0, 0];
  for (let i = 0; i < pairs * 2; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  if (pairs < 2 || Math.max(even, odd) < pairs * 0.5) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Windows-1252 holds all of ISO-8859-1 and the quotes and dashes that Office writes; the others are taken when they are likely. */
function guess(bytes: Buffer): string {
  const likely = analyse(bytes).find(({ name }) => iconv.encodingExists(name) && !/^(UTF|ISO-2022|ASCII)/i.test(name));
  if (!likely || likely.confidence < 30 || /^(ISO-8859-1|windows-1252)$/i.test(likely.name)) return 'windows-1252';
  return likely.name.toLowerCase();
}

function isValid(decoder: TextDecoder, chunk: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function endsWhole(decoder: TextDecoder): boolean {
  try {
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
