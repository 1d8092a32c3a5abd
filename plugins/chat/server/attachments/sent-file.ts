import type { FastifyRequest } from 'fastify';
import { kernelErrors } from '@loctelli/core';
import { problem } from '@loctelli/core/server';
import { chatErrors } from '../../contract.ts';
import { attachmentLimit } from './attachments.service.ts';

/** The one file of a multipart request. Throws chat.file-missing, core.too-large; reads no more than may be kept. */
export async function fileOf(request: FastifyRequest, limit = attachmentLimit): Promise<{ name: string; bytes: Buffer }> {
  const part = request.isMultipart() ? await request.file({ limits: { fileSize: limit } }) : undefined;
  if (!part) throw problem(chatErrors.fileMissing);
  try {
    return { name: part.filename || 'file', bytes: await part.toBuffer() };
  } catch (error) {
    if ((error as { statusCode?: number }).statusCode === 413) throw problem(kernelErrors.tooLarge);
    throw error;
  }
}
