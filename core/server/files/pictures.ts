import { kernelErrors } from '@loctelli/core';
import type { Metadata, Sharp } from 'sharp';
import { problem } from '../http/problem.ts';

/** A picture that was drawn anew: nothing of the sender's bytes is left but what is to be seen. */
export interface Picture {
  mime: 'image/png' | 'image/jpeg' | 'image/webp';
  bytes: Buffer;
  width: number;
  height: number;
}

export interface RecodeOptions {
  /** Pixels it is made to fit into; never made larger, but for SVG, which has no size of its own. */
  within?: { width: number; height: number };
  /** Fills `within` with clear margins, for icons. */
  square?: boolean;
  /** The type of the result; without it JPEG for photographs, PNG for what may be clear in places. */
  as?: 'png' | 'webp';
}

/** Beyond this many pixels a picture is refused before it is drawn: a small file may unfold to gigabytes. */
const mostPixels = 50_000_000;
const secondsToDraw = 10;

/**
 * Draws a picture anew. What it is, is found in its bytes; SVG is drawn to pixels, so no script, link or style of it survives; position,
 * camera and other notes are dropped; animations keep their first frame.
 * @throws core.unsupported-media for anything but SVG, PNG, JPEG or WebP; core.unreadable-picture when it is broken or has too many pixels
 */
export async function recode(bytes: Buffer, { within = { width: 2560, height: 2560 }, square = false, as }: RecodeOptions = {}): Promise<Picture> {
  const type = typeOfPicture(bytes);
  if (!type) throw problem(kernelErrors.unsupportedMedia);
  const { default: sharp } = await import('sharp');
  // One picture must not take all processors from the requests beside it.
  sharp.concurrency(1);
  const options = { limitInputPixels: mostPixels, failOn: 'error' } as const;
  try {
    const found = await sharp(bytes, options).metadata();
    const source = type === 'image/svg+xml' ? sharp(bytes, { ...options, density: densityFor(found, within) }) : sharp(bytes, options).autoOrient();
    const fitted = source.timeout({ seconds: secondsToDraw }).resize({
      ...within,
      fit: square ? 'contain' : 'inside',
      background: { r: 0, g: 0, b: 0, alpha: 0 },
      withoutEnlargement: !square,
    });
    const mime = as ? (`image/${as}` as const) : type === 'image/jpeg' ? 'image/jpeg' : 'image/png';
    const { data, info } = await encode(fitted, mime).toBuffer({ resolveWithObject: true });
    return { mime, bytes: data, width: info.width, height: info.height };
  } catch {
    throw problem(kernelErrors.unreadablePicture);
  }
}

function encode(picture: Sharp, mime: Picture['mime']): Sharp {
  if (mime === 'image/jpeg') return picture.jpeg({ quality: 84, mozjpeg: true });
  if (mime === 'image/webp') return picture.webp({ quality: 90, alphaQuality: 100 });
  return picture.png({ compressionLevel: 9 });
}

/** Dots per inch at which an SVG fills the space it is given; 72 is its own size. */
function densityFor({ width = 100, height = 100 }: Metadata, within: { width: number; height: number }): number {
  const scale = Math.min(within.width / Math.max(1, width), within.height / Math.max(1, height));
  return Math.min(4800, Math.max(1, Math.round(72 * scale)));
}

/** What a picture is by its first bytes; null for anything else. */
export function typeOfPicture(bytes: Buffer): Picture['mime'] | 'image/svg+xml' | null {
  const begins = (text: string, at = 0) => bytes.subarray(at, at + text.length).toString('latin1') === text;
  if (begins('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (begins('\xff\xd8\xff')) return 'image/jpeg';
  if (begins('RIFF') && begins('WEBP', 8)) return 'image/webp';
  return isSvg(bytes) ? 'image/svg+xml' : null;
}

/** Whether a text begins as SVG does, after what may stand before its first element. */
function isSvg(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 4096).toString('utf8').replace(/^\uFEFF/, '');
  return /^\s*(?:<\?xml[^>]*\?>\s*)?(?:(?:<!--[\s\S]*?-->|<!DOCTYPE[^>[]*>)\s*)*<svg[\s>]/i.test(head);
}
