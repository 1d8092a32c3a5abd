import type { Prisma } from '@loctelli/core/server';
import type { ChatAttachment } from '../../contract.ts';

export const withFile = { file: { select: { name: true, mime: true, size: true } } } satisfies Prisma.ChatAttachmentInclude;
export type AttachmentRow = Prisma.ChatAttachmentGetPayload<{ include: typeof withFile }>;

export const attachmentOf = ({ id, width, height, file: { name, mime, size } }: AttachmentRow): ChatAttachment => ({ id, name, mime, size, width, height });
