import { Injectable } from '@nestjs/common';
import { Prisma, Statement } from '@loctelli/core/server';
import { withinOneTypo } from './search-typos.ts';
import { after, wordsOf } from './search.ts';

/** What one word of a search stands for: words that begin with one of `starts`, or that are one of `words`. */
export interface SearchWord {
  starts: string[];
  words: string[];
  /** How many clients hold it, as far as `countLimit`. */
  count: number;
}

/** Counting further than this would say nothing more about which word is the rarest. */
const countLimit = 1000;
/** Up to this many clients that have all the words are named by id to the list, which then need not look for them twice. */
const idLimit = 1000;
const mostWords = 6;
/** How many readings of one misspelt word are followed. */
const mostReadings = 12;

interface Reading {
  typed: string;
  word: string;
  whole: boolean;
  count: number;
}

/** What a search means. */
export interface Meaning {
  /** Rarest first. */
  words: SearchWord[];
  /** The clients that have all of the words; null when they are too many to be named. */
  ids: number[] | null;
}

/** Finds out what somebody meant who typed a search: the words as they stand, or where nothing has them, those a typo away. */
@Injectable()
export class SearchWords {
  constructor(private readonly statement: Statement) {}

  /**
   * Null when no client can be meant. Words that some client has are taken as typed. Corrected are those that nobody has, and all where no
   * client has them together.
   */
  async read(search: string): Promise<Meaning | null> {
    const typed = [...new Set(wordsOf(search))].slice(0, mostWords);
    if (typed.length === 0) return null;
    const counts = await this.#counts(typed);
    const asTyped = typed.map((word): SearchWord => ({ starts: [word], words: [], count: counts.get(word) ?? 0 }));
    const unknown = typed.filter((word) => !counts.get(word));
    if (unknown.length === 0) {
      const meaning = await this.#together(asTyped);
      if (typed.length === 1 || meaning.ids?.length !== 0) return meaning;
    }
    const readings = await this.#readings(unknown.length ? unknown : typed);
    const words = asTyped.map((word) => meant(word, readings));
    return words.some(({ count }) => count === 0) ? null : this.#together(words);
  }

  async #counts(words: string[]): Promise<Map<string, number>> {
    const rows = await this.statement.rows<{ word: string; count: number }>(Prisma.sql`
      select w.word, (
        select count(*) from (select from "ClientToken" t where t.token >= w.word and t.token < w.word || ${after('')} limit ${countLimit}) counted
      )::int as count
      from unnest(${words}::text[]) as w(word)`);
    return new Map(rows.map(({ word, count }) => [word, count]));
  }

  /** Looks into the index of words alone, so that no row is read of a client that lacks one of them. */
  async #together(unsorted: SearchWord[]): Promise<Meaning> {
    const words = [...unsorted].sort((a, b) => a.count - b.count);
    if (words.length === 1 && words[0]!.count >= countLimit) return { words, ids: null };
    const sets = words.map((word) => Prisma.sql`select t."clientId" from "ClientToken" t where ${holds(word)}`);
    const [row] = await this.statement.rows<{ ids: number[] }>(Prisma.sql`
      select coalesce(json_agg(f."clientId"), '[]') as ids
      from (select distinct found."clientId" from (${Prisma.join(sets, ' intersect ')}) found limit ${idLimit + 1}) f`);
    return { words, ids: row!.ids.length > idLimit ? null : row!.ids };
  }

  /** The words a typo away that clients have, or that begin some. One look into the index for each. */
  async #readings(words: string[]): Promise<Map<string, Reading[]>> {
    const tried = words.flatMap((typed) => withinOneTypo(typed).map((word) => [typed, word] as const));
    const found = new Map<string, Reading[]>();
    if (tried.length === 0) return found;
    const rows = await this.statement.rows<Reading>(Prisma.sql`
      with hit as materialized (
        select v.typed, v.word, (
          select t.token from "ClientToken" t where t.token >= v.word and t.token < v.word || ${after('')} order by t.token limit 1
        ) as token
        from unnest(${tried.map(([typed]) => typed)}::text[], ${tried.map(([, word]) => word)}::text[]) as v(typed, word)
      )
      select h.typed, h.word, h.token = h.word as whole,
        (select count(*) from (select from "ClientToken" t where t.token = h.token limit ${countLimit}) counted)::int as count
      from hit h where h.token is not null`);
    for (const row of rows) found.set(row.typed, [...(found.get(row.typed) ?? []), row]);
    return found;
  }
}

/** Whole words explain a typo best. Where none does, the word may be unfinished: then longer words are meant that begin like it. */
function meant(word: SearchWord, readings: Map<string, Reading[]>): SearchWord {
  const typed = word.starts[0]!;
  const all = (readings.get(typed) ?? []).sort((a, b) => b.count - a.count);
  const whole = all.filter((reading) => reading.whole).slice(0, mostReadings);
  const begun = whole.length ? [] : all.filter((reading) => reading.word.length >= typed.length).slice(0, mostReadings);
  const own = word.count > 0 ? [typed] : [];
  const count = begun.length ? countLimit : whole.reduce((sum, reading) => sum + reading.count, word.count);
  return { starts: [...own, ...begun.map((reading) => reading.word)], words: whole.map((reading) => reading.word), count };
}

/** Clients that have all of the words, as SQL over `"Client" c`. */
export function matching({ words, ids }: Meaning): Prisma.Sql {
  if (ids) return Prisma.sql`c.id = any(${ids}::int[])`;
  return Prisma.join(
    words.map((word) => Prisma.sql`c.id in (select t."clientId" from "ClientToken" t where ${holds(word)})`),
    ' and ',
  );
}

/** Whether a token `t` is the word, or begins with it. */
const holds = ({ starts, words }: SearchWord) =>
  Prisma.sql`(${Prisma.join(
    [
      ...starts.map((start) => Prisma.sql`(t.token >= ${start} and t.token < ${after(start)})`),
      ...(words.length ? [Prisma.sql`t.token = any(${words}::text[])`] : []),
    ],
    ' or ',
  )})`;

/** Whether a text of words, each after a space, has the word. */
const textHas = (text: Prisma.Sql, { starts, words }: SearchWord) =>
  Prisma.sql`(${Prisma.join(
    [
      ...starts.map((start) => Prisma.sql`strpos(${text}, ${` ${start}`}) > 0`),
      ...words.map((word) => Prisma.sql`strpos(${text} || ' ', ${` ${word} `}) > 0`),
    ],
    ' or ',
  )})`;

const sought = ['email', 'phone', 'company', 'position'] as const;

/**
 * For a role that is refused some of the fields search looks through: the words must be found in what it may see. Null where nothing is
 * refused. Searches by such roles read the text of each row they find, so they are slower where many are found.
 */
export function withinSight(words: readonly SearchWord[], refused: ReadonlySet<string>): Prisma.Sql | null {
  if (!sought.some((field) => refused.has(field))) return null;
  const columns = { email: Prisma.sql`c.email`, company: Prisma.sql`c.company`, position: Prisma.sql`c.position` };
  const seen = Object.entries(columns).flatMap(([field, column]) => (refused.has(field) ? [] : [column]));
  const plain = Prisma.sql`regexp_replace(lower(normalize(concat_ws(' ', '', ${Prisma.join([Prisma.sql`c.name`, ...seen])}), NFKD)), ${marks}, '', 'g')`;
  const text = Prisma.sql`regexp_replace(${plain}, ${punctuation}, ' ', 'g')`;
  const checks = words.map((word) => {
    const numbers = refused.has('phone') ? [] : [...word.starts, ...word.words].filter((each) => /^\d+$/.test(each));
    const inPhone = numbers.map((number) => Prisma.sql`strpos(c.phone, ${number}) > 0`);
    return Prisma.sql`(${Prisma.join([textHas(text, word), ...inPhone], ' or ')})`;
  });
  return Prisma.join(checks, ' and ');
}

/** Accents and vowel signs, as `wordsOf` takes them away in JavaScript; and what stands between words. */
const marks = '[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]';
const punctuation = '[\\s!-/:-@\\[-`{-~\u00a0-\u00bf\u2000-\u206f،؛؟]+';
