import { Injectable } from '@nestjs/common';
import type { EmittedEvent } from '@loctelli/core';
import { Database, On, UnitOfWork } from '@loctelli/core/server';
import { clientErased, clientMerged, clientUnmerged } from '../../../clients/contract.ts';
import { LostFiles } from '../attachments/lost-files.ts';

interface Merge {
  mergeId: number;
  clientId: number;
  mergedIds: number[];
}
type Moved = Record<string, { conversations: number[]; visitors: number[] }>;

/** Conversations go with their client: to another one in a merge, back when it is undone, and away with one that is erased. */
@Injectable()
export class FollowClients {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly lostFiles: LostFiles,
  ) {}

  @On(clientMerged)
  async merged({ payload: { mergeId, clientId, mergedIds } }: EmittedEvent<Merge>): Promise<void> {
    await this.uow.run(async () => {
      // Events come at least once, and in no promised order: an undo that came first leaves its mark, and nothing moves.
      const { count } = await this.db.chatMerge.createMany({ data: [{ mergeId, moved: {} }], skipDuplicates: true });
      if (count === 0) return;
      const where = { clientId: { in: mergedIds } };
      const conversations = await this.db.conversation.findMany({ where, select: { id: true, clientId: true } });
      const visitors = await this.db.chatVisitor.findMany({ where, select: { id: true, clientId: true } });
      const of = (rows: { id: number; clientId: number | null }[], from: number) => rows.filter((row) => row.clientId === from).map(({ id }) => id);
      const moved: Moved = Object.fromEntries(mergedIds.map((from) => [from, { conversations: of(conversations, from), visitors: of(visitors, from) }]));
      await this.db.conversation.updateMany({ where, data: { clientId } });
      await this.db.chatVisitor.updateMany({ where, data: { clientId } });
      await this.db.chatMerge.updateMany({ where: { mergeId }, data: { moved } });
    });
  }

  @On(clientUnmerged)
  async unmerged({ payload: { mergeId } }: EmittedEvent<Merge>): Promise<void> {
    await this.uow.run(async () => {
      await this.db.chatMerge.createMany({ data: [{ mergeId, moved: {} }], skipDuplicates: true });
      const row = await this.db.chatMerge.findFirstOrThrow({ where: { mergeId } });
      for (const [from, { conversations, visitors }] of Object.entries(row.moved as Moved)) {
        await this.db.conversation.updateMany({ where: { id: { in: conversations } }, data: { clientId: Number(from) } });
        await this.db.chatVisitor.updateMany({ where: { id: { in: visitors } }, data: { clientId: Number(from) } });
      }
      await this.db.chatMerge.updateMany({ where: { mergeId }, data: { moved: {} } });
    });
  }

  /** The rows went with the client's; their files go now. */
  @On(clientErased)
  async erased(): Promise<void> {
    await this.lostFiles.drop();
  }
}
