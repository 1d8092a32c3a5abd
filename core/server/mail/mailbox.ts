import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.ts';
import type { Letter } from './letter.ts';

/** A mail as the mailbox shows it. */
export interface KeptMail {
  id: string;
  sentAt: string;
  to: string;
  from: string;
  subject: string;
  html: string;
  text: string;
}

/** Mail that nobody sends on, for development and demonstrations: one `.eml` and one `.json` per mail under `<data>/mailbox`. */
@Injectable()
export class Mailbox {
  readonly #folder: string;
  #count = 0;

  constructor(config: Config) {
    this.#folder = join(config.dataDir, 'mailbox');
  }

  async keep({ to, from, subject, html, text }: Letter, eml: Buffer): Promise<void> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const sentAt = new Date().toISOString();
    // Sorts by time, also within one millisecond.
    const id = `${sentAt.replace(/\D/g, '')}-${String(this.#count++ % 10_000).padStart(4, '0')}-${crypto.randomUUID().slice(0, 8)}`;
    const mail: KeptMail = { id, sentAt, to, from: from.name ? `${from.name} <${from.address}>` : from.address, subject, html, text };
    await writeFile(join(this.#folder, `${id}.eml`), eml, { mode: 0o600 });
    await writeFile(join(this.#folder, `${id}.json`), JSON.stringify(mail), { mode: 0o600 });
  }

  /** The newest mails first. */
  async list(limit = 100): Promise<KeptMail[]> {
    const names = await readdir(this.#folder).catch(() => [] as string[]);
    const newest = names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .reverse()
      .slice(0, limit);
    const mails = await Promise.all(newest.map((name) => this.find(name.slice(0, -'.json'.length))));
    return mails.filter((mail) => mail !== null);
  }

  async find(id: string): Promise<KeptMail | null> {
    if (!/^[\w-]{1,80}$/.test(id)) return null;
    const text = await readFile(join(this.#folder, `${id}.json`), 'utf8').catch(() => null);
    try {
      return text === null ? null : (JSON.parse(text) as KeptMail);
    } catch {
      // Half written: it is there in a moment.
      return null;
    }
  }
}
