import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Injectable } from '@nestjs/common';
import bcrypt from 'bcrypt';
import pLimit from 'p-limit';
import { kernelErrors } from '@loctelli/core';
import { Config } from '../config/config.ts';
import { problem } from '../http/problem.ts';

/** Sign-ins that may wait for a processor before further ones are told to come back. */
const longestQueue = 200;

/**
 * Hashes passwords. bcrypt cuts its input at 72 bytes, so it is given a digest of the password. At cost 12 one hash takes 200 to 350 ms of a
 * processor: hashes queue apart from everything else and leave one processor free.
 */
@Injectable()
export class Passwords {
  readonly #queue = pLimit(Math.max(1, availableParallelism() - 1));
  /** Compared against when there is no user, so that unknown and known addresses take the same time. */
  readonly #nobody: Promise<string>;

  constructor(private readonly config: Config) {
    this.#nobody = bcrypt.hash('nobody', config.bcryptCost);
  }

  async hash(password: string): Promise<string> {
    return this.#run(() => bcrypt.hash(digestOf(password), this.config.bcryptCost));
  }

  /** Whether the password fits. Takes as long when `hash` is null, and then answers false. */
  async matches(password: string, hash: string | null): Promise<boolean> {
    const against = hash ?? (await this.#nobody);
    const fits = await this.#run(() => bcrypt.compare(digestOf(password), against));
    return fits && hash !== null;
  }

  #run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#queue.pendingCount > longestQueue) throw problem(kernelErrors.unavailable);
    return this.#queue(work);
  }
}

const digestOf = (password: string) => createHash('sha256').update(password.normalize('NFKC')).digest('base64');
