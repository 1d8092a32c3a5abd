import { Injectable } from '@nestjs/common';
import { Database, Prisma } from '@loctelli/core/server';
import { wordsOf } from '../search.ts';
import { compare, likenessOf, type Likeable, type Match } from './likeness.ts';

const most = 100;

export interface Like extends Match {
  client: Likeable;
}

/** Finds the clients that are like one, without looking at all of them. */
@Injectable()
export class FindLike {
  constructor(private readonly db: Database) {}

  /**
   * By e-mail address, by phone number, and by two words of name, company or address in common; the likest first.
   * @param where what a candidate must be beside
   */
  async of(client: Likeable, where: Prisma.Sql = Prisma.sql`true`): Promise<Like[]> {
    const { email, phone } = likenessOf(client);
    const words = [...new Set(wordsOf([client.name, client.company, email?.split('@')[0]].filter(Boolean).join(' ')))].slice(0, 20);
    const candidates = await this.db.$queryRaw<Likeable[]>(Prisma.sql`
      with found as (
        (select c.id from "Client" c where c.email = ${email} limit ${most})
        union (select c.id from "Client" c where c.phone = ${phone} limit ${most})
        union (select t."clientId" from "ClientToken" t where t.token = any(${words}::text[]) group by t."clientId" having count(*) >= 2 order by count(*) desc limit ${most})
      )
      select c.id, c.name, c.email, c.phone, c.company from "Client" c
      where c.id in (select id from found) and c.id <> ${client.id} and c."deletedAt" is null and ${where}`);
    const own = likenessOf(client);
    return candidates
      .flatMap((candidate): Like[] => {
        const match = compare(own, likenessOf(candidate));
        return match ? [{ client: candidate, ...match }] : [];
      })
      .sort((a, b) => b.score - a.score || a.client.id - b.client.id);
  }
}
