import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { kernelErrors, pictureKinds, type BrandPicture, type BrandTokens, type PictureKind } from '@loctelli/core';
import { Access } from '../access/access.ts';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Files } from '../files/files.ts';
import { recode } from '../files/pictures.ts';
import { problem } from '../http/problem.ts';
import { BrandService } from './brand.service.ts';

/** Bytes. */
export const largestPicture = 2 * 1024 * 1024;
/** Logos are drawn at most 48 pixels high, so this is sharp on any screen. */
const sizes: Record<PictureKind, { within: { width: number; height: number }; square: boolean; as: 'png' | 'webp' }> = {
  logo: { within: { width: 640, height: 192 }, square: false, as: 'webp' },
  logoDark: { within: { width: 640, height: 192 }, square: false, as: 'webp' },
  favicon: { within: { width: 512, height: 512 }, square: true, as: 'png' },
};
const nameOf = (kind: PictureKind, mime: string) => `brand-${kind}.${mime.split('/')[1]}`;
const address = (id: number, sha256: string) => `/api/v1/brand/pictures/${id}/${sha256.slice(0, 16)}`;
/** How long a picture that no brand names yet may be seen: until the editor has put it into the draft. */
const graceMs = 60 * 60_000;

/** Pictures that staff gave their tenant's brand. */
@Injectable()
export class BrandPictures {
  constructor(
    private readonly db: Database,
    private readonly files: Files,
    private readonly uow: UnitOfWork,
    private readonly brands: BrandService,
    private readonly access: Access,
  ) {}

  /** Draws a picture anew and stores it. It becomes the brand's when tokens that name its path are published. */
  async upload(kind: PictureKind, stream: Readable): Promise<BrandPicture> {
    const { mime, bytes, width, height } = await recode(await readAll(stream), sizes[kind]);
    return this.uow.run(async () => {
      const { id } = await this.files.save({ name: nameOf(kind, mime), mime, bytes });
      const { sha256 } = await this.db.file.findFirstOrThrow({ where: { id }, select: { sha256: true } });
      return { path: address(id, sha256), width, height };
    });
  }

  /** A picture's bytes, for anybody: only of files that a brand or its draft names. Throws core.not-found. */
  async open(id: number, digest: string): Promise<StreamableFile> {
    const row = await this.db.file.findFirst({ where: { id, name: { startsWith: 'brand-' } } });
    const path = row && address(row.id, row.sha256);
    if (!row || !path?.endsWith(`/${digest}`) || !(await this.#isShown(path, row.createdAt))) throw problem(kernelErrors.notFound);
    return new StreamableFile(await this.files.open(id), { type: row.mime, length: row.size });
  }

  /** The bytes behind a picture token of the tenant: uploaded, or in its folder; null when there are none. */
  async bytesOf(which: PictureKind, path: string | null): Promise<Buffer | null> {
    const [, id] = /^\/api\/v1\/brand\/pictures\/(\d+)\//.exec(path ?? '') ?? [];
    if (id) return this.files.open(Number(id)).then(buffer, () => null);
    return path ? (this.brands.fileImage(this.access.tenant.slug, which)?.bytes ?? null) : null;
  }

  /** Throws core.invalid-input that names every picture token whose file is not one of the tenant's brand. */
  async demandKnown(tokens: BrandTokens): Promise<void> {
    const named = pictureKinds.flatMap((kind) => {
      const path = tokens[kind];
      return path ? [{ kind, path }] : [];
    });
    if (named.length === 0) return;
    const ids = named.map(({ path }) => Number(path.split('/').at(-2)));
    const rows = await this.db.file.findMany({ where: { id: { in: ids }, name: { startsWith: 'brand-' } }, select: { id: true, sha256: true } });
    const known = new Set(rows.map(({ id, sha256 }) => address(id, sha256)));
    const errors = named
      .filter(({ path }) => !known.has(path))
      .map(({ kind }) => ({ path: `tokens.${kind}`, code: 'unknown', message: 'is no picture of this brand' }));
    if (errors.length) throw problem(kernelErrors.invalidInput, {}, errors);
  }

  async #isShown(path: string, createdAt: Date): Promise<boolean> {
    if (Date.now() - createdAt.getTime() < graceMs) return true;
    const { published, draft } = await this.brands.stackOf(this.access.tenant);
    return [published, draft].some((tokens) => pictureKinds.some((kind) => tokens?.[kind] === path));
  }
}

async function readAll(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    // What is left of it must be read all the same, or the sender never hears the answer.
    if (size <= largestPicture) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (size > largestPicture) throw problem(kernelErrors.tooLarge);
  return Buffer.concat(chunks);
}
