import { Injectable } from '@nestjs/common';
import { Prisma, Statement } from '@loctelli/core/server';

/** Conversations that one search finds; the list shows the newest of them. */
const idLimit = 1000;
const mostWords = 6;

/** Words of a text as search knows them: lower case, without accents, letters and digits only. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).flatMap((word) => (word ? [word.slice(0, 60)] : []));
}

/** `Message.search`: every word once, each after a space; of a very long text the first ones. */
export const searchText = (...texts: (string | null | undefined)[]): string =>
  [...new Set(wordsOf(texts.filter(Boolean).join(' ')))].slice(0, 500).map((word) => ` ${word}`).join('');

/**
 * Finds conversations by the words of their messages. Under row-level security PostgreSQL uses an index only for operators it trusts, which
 * those of its full-text search are not: so words stand in a table of their own, compared byte by byte (decisions 0010 and 0018).
 */
@Injectable()
export class MessageSearch {
  constructor(private readonly statement: Statement) {}

  /** Ids of the conversations with the newest ids whose messages have all of the words, or words that begin so. */
  async conversations(search: string): Promise<number[]> {
    const words = [...new Set(wordsOf(search))].slice(0, mostWords);
    if (words.length === 0) return [];
    const sets = words.map((word) => Prisma.sql`select t."conversationId" from "MessageToken" t where t.token >= ${word} and t.token < ${after(word)}`);
    const rows = await this.statement.rows<{ id: number }>(Prisma.sql`
      select distinct found."conversationId" as id from (${Prisma.join(sets, ' intersect ')}) found order by 1 desc limit ${idLimit}`);
    return rows.map(({ id }) => id);
  }
}

/** The first text after all those that start with `prefix`, byte by byte. */
const after = (prefix: string) => `${prefix}\u{10FFFF}`;
