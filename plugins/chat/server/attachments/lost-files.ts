import { Injectable } from '@nestjs/common';
import { Database, Every, Files, Handles, Jobs } from '@loctelli/core/server';
import { deleteLostFiles } from '../../contract.ts';

const draftMs = 86_400_000;

/** Files whose rows went with their conversation or client, and files that were uploaded and never sent. */
@Injectable()
export class LostFiles {
  constructor(
    private readonly db: Database,
    private readonly files: Files,
    private readonly jobs: Jobs,
  ) {}

  /** Has the bytes deleted once the open unit of work has committed. */
  async ask(): Promise<void> {
    await this.jobs.add(deleteLostFiles, {});
  }

  @Every('1 hour')
  async sweep(): Promise<void> {
    await this.db.chatAttachment.deleteMany({ where: { messageId: null, createdAt: { lt: new Date(Date.now() - draftMs) } } });
    await this.drop();
  }

  @Handles(deleteLostFiles)
  async drop(): Promise<void> {
    for (const { id, fileId } of await this.db.chatLostFile.findMany({ take: 1000, orderBy: { id: 'asc' } })) {
      await this.files.delete(fileId);
      await this.db.chatLostFile.deleteMany({ where: { id } });
    }
  }
}
