import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Config } from '../config/config.ts';
import { Database } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { context } from '../tenancy/context.ts';

const largest = 100 * 1024 * 1024;

export interface NewFile {
  /** Name as the user knows it; never part of a path. */
  name: string;
  /** Type as found in the bytes, not as the sender claims. */
  mime: string;
  bytes: Buffer | Readable;
  /** Bytes beyond which it is refused; 100 MiB unless told. */
  limit?: number;
}

/** Files of the tenant in the air, on local disk under `<data>/files/<tenant>/<id>`. The row decides; bytes without a row are never served. */
@Injectable()
export class Files {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
  ) {}

  /** Stores a file. Throws core.too-large, and then keeps nothing. */
  async save({ name, mime, bytes, limit = largest }: NewFile): Promise<{ id: number; size: number }> {
    const folder = this.#folder();
    await mkdir(folder, { recursive: true });
    const draft = join(folder, `draft-${crypto.randomUUID()}`);
    try {
      const { size, sha256 } = await write(bytes, draft, limit);
      const row = await this.db.file.create({ data: { name: name.slice(0, 200), mime, size, sha256, createdById: context.get('user')?.id ?? null } });
      await rename(draft, join(folder, String(row.id)));
      return { id: row.id, size };
    } finally {
      await rm(draft, { force: true });
    }
  }

  /** Reads a file's bytes. Throws core.not-found. */
  async open(id: number): Promise<Readable> {
    const { path } = await this.find(id);
    return createReadStream(path);
  }

  /** A file's row and place. Throws core.not-found. */
  async find(id: number): Promise<{ name: string; mime: string; size: number; path: string }> {
    const row = await this.db.file.findFirst({ where: { id } });
    const path = join(this.#folder(), String(id));
    const there = row && (await stat(path).catch(() => null));
    if (!row || !there) throw problem(kernelErrors.notFound);
    return { name: row.name, mime: row.mime, size: row.size, path };
  }

  /** Deletes a file; does nothing when it is gone already. */
  async delete(id: number): Promise<void> {
    const { count } = await this.db.file.deleteMany({ where: { id } });
    if (count) await rm(join(this.#folder(), String(id)), { force: true });
  }

  /** Empties a file that other rows still name: its bytes go, and what its name tells. */
  async wipe(id: number): Promise<void> {
    const [row] = await this.db.file.updateManyAndReturn({ where: { id }, data: { name: '', size: 0, sha256: '' } });
    if (row) await rm(join(this.#folder(), String(id)), { force: true });
  }

  #folder(): string {
    const tenant = context.get('tenant');
    if (!tenant) throw new Error('No tenant in this context, so no files.');
    return join(this.config.dataDir, 'files', String(tenant.id));
  }
}

async function write(bytes: Buffer | Readable, path: string, limit: number): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      hash.update(chunk);
      done(size > limit ? problem(kernelErrors.tooLarge) : null, chunk);
    },
  });
  await pipeline(Buffer.isBuffer(bytes) ? Readable.from([bytes]) : bytes, meter, createWriteStream(path));
  return { size, sha256: hash.digest('hex') };
}
