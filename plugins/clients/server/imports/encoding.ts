import { createReadStream } from 'node:fs';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

/** So many lines with letters beyond ASCII are asked; the others say nothing about it. */
const enough = 2000;

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
      if (isWorkbook(chunk)) return null;
      const known = byMark(chunk) ?? wide(chunk);
      if (known) return known;
      if (chunk.subarray(0, 4096).includes(0)) return null;
    }
    valid &&= isValid(utf8, chunk);
    if (size < enough) size += telling.push(...linesBeyondAscii(chunk));
    if (!valid && size >= enough) break;
  }
  return valid && endsWhole(utf8) ? 'utf-8' : guess(Buffer.concat(telling));
}

/** Decodes bytes of that encoding as they come, and drops the byte order mark. */
export const decoderOf = (encoding: string): NodeJS.ReadWriteStream => iconv.decodeStream(encoding, { stripBOM: true });

/** An Excel file, new (a zip) or old. */
const isWorkbook = (head: Buffer) => /^(504b0304|d0cf11e0)/.test(head.toString('hex', 0, 4));

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

const linesBeyondAscii = (chunk: Buffer) =>
  chunk
    .toString('latin1')
    .split('\n')
    .filter((line) => /[\x80-\xff]/.test(line))
    .map((line) => Buffer.from(`${line}\n`, 'latin1'));

/** Windows-1252 holds all of ISO-8859-1 and the quotes and dashes that Office writes; another is taken when it is clearly likelier. */
function guess(bytes: Buffer): string {
  const matches = analyse(bytes).filter(({ name }) => iconv.encodingExists(name) && !/^(UTF|ISO-2022|ASCII)/i.test(name));
  const western = Math.max(
    0,
    ...matches.filter(({ name }) => /^(ISO-8859-1|windows-1252)$/i.test(name)).map(({ confidence }) => confidence),
  );
  const [likely] = matches;
  return likely && likely.confidence >= 28 && likely.confidence >= western * 2 ? likely.name.toLowerCase() : 'windows-1252';
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
