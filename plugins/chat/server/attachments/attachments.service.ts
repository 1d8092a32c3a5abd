import { buffer } from 'node:stream/consumers';
import { Injectable, StreamableFile } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Access, Database, Files, Implements, problem, UnitOfWork } from '@loctelli/core/server';
import { chatErrors, readAttachment } from '../../contract.ts';
import type { ChatAttachment } from '../../contract.ts';
import { ConversationReach } from '../conversations/conversation-reach.ts';
import { attachmentOf, withFile, type AttachmentRow } from './attachment-row.ts';
import { cleanName, knownFile } from './file-kind.ts';

export const attachmentLimit = 15 * 1024 * 1024;
/** Whose a file is until it is sent. */
export type Uploader = { uploaderId: number } | { visitorId: number };

/** Files that are sent along. */
@Injectable()
export class Attachments {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly uow: UnitOfWork,
    private readonly files: Files,
    private readonly reach: ConversationReach,
  ) {}

  /** Keeps a file; it belongs to no message yet. Throws core.too-large. */
  async keep(sentName: string, sent: Buffer, uploader: Partial<{ uploaderId: number; visitorId: number }> = {}): Promise<ChatAttachment> {
    if (sent.length > attachmentLimit) throw problem(kernelErrors.tooLarge);
    const { mime, bytes, width, height } = await knownFile(sent);
    const stored = await this.files.save({ name: cleanName(sentName, width === null ? '' : mime), mime, bytes });
    try {
      return await this.uow.run(async () => {
        const row = await this.db.chatAttachment.create({ data: { fileId: stored.id, width, height, ...uploader }, include: withFile });
        return attachmentOf(row);
      });
    } catch (error) {
      await this.files.delete(stored.id);
      throw error;
    }
  }

  /** Throws chat.attachment-not-found unless all are the sender's own and not sent yet. */
  async demandFree(ids: readonly number[], uploader: Uploader): Promise<void> {
    const wanted = [...new Set(ids)];
    if (wanted.length && (await this.db.chatAttachment.count({ where: { id: { in: wanted }, messageId: null, ...uploader } })) < wanted.length) throw problem(chatErrors.attachmentNotFound);
  }

  /** For staff: of conversations they may read, and what they are about to send. Throws chat.attachment-not-found. */
  async content(id: number): Promise<StreamableFile> {
    const reach = { conversation: { is: this.reach.where('chat.read') } };
    const row = await this.db.chatAttachment.findFirst({ where: { id, OR: [reach, { uploaderId: this.access.user.id, messageId: null }] }, include: withFile });
    return this.stream(row);
  }

  /** Pictures were drawn anew and may be shown; all else is to be saved. */
  async stream(row: AttachmentRow | null): Promise<StreamableFile> {
    if (!row) throw problem(chatErrors.attachmentNotFound);
    const { name, mime, size } = row.file;
    const plain = name.replace(/[^\x20-\x7e]|[%"\\]/g, '_');
    const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    const disposition = `${row.width === null ? 'attachment' : 'inline'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
    return new StreamableFile(await this.files.open(row.fileId), { type: mime, length: size, disposition });
  }

  async read(id: number): Promise<{ name: string; mime: string; content: string }> {
    const row = await this.db.chatAttachment.findFirst({ where: { id }, include: withFile });
    if (!row) throw problem(chatErrors.attachmentNotFound);
    return { name: row.file.name, mime: row.file.mime, content: (await buffer(await this.files.open(row.fileId))).toString('base64') };
  }

  @Implements(readAttachment)
  readFor({ attachmentId }: { attachmentId: number }) {
    return this.read(attachmentId);
  }
}
