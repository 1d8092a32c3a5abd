import { Injectable } from '@nestjs/common';
import { Database, WhoMay } from '@loctelli/core/server';
import type { InboxPeople } from '../../contract.ts';

/** Whom a conversation can be given to, and which channels there are. */
@Injectable()
export class People {
  constructor(
    private readonly db: Database,
    private readonly whoMay: WhoMay,
  ) {}

  async list(): Promise<InboxPeople> {
    const [users, teams, channels] = await Promise.all([
      this.db.user.findMany({ where: { isActive: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: 500, select: { id: true, name: true, teamId: true } }),
      this.db.team.findMany({ orderBy: [{ name: 'asc' }, { id: 'asc' }], select: { id: true, name: true } }),
      this.#channels(),
    ]);
    const able = await this.whoMay.holding(users.map(({ id }) => id), 'chat.reply');
    return { users: users.filter(({ id }) => able.has(id)), teams, channels };
  }

  /** The plugin's own, and whatever anybody wrote by: found by stepping from one name to the next, not by reading every row. */
  async #channels(): Promise<string[]> {
    const found = new Set(['email', 'web']);
    for (let last = ''; ; ) {
      const row = await this.db.conversation.findFirst({ where: { channel: { gt: last } }, orderBy: { channel: 'asc' }, select: { channel: true } });
      if (!row) return [...found].sort();
      found.add((last = row.channel));
    }
  }
}
