import { z } from 'zod';
import { line, version } from '@loctelli/core';

/** One of the theme's tones; it looks right in light and dark and under every brand. */
export const labelTone = z.enum(['neutral', 'accent', 'success', 'warning', 'danger', 'info']);
export type LabelTone = z.infer<typeof labelTone>;
export const chatLabel = z
  .object({ id: z.number().int(), name: z.string(), tone: labelTone, position: z.number().int(), version: z.number().int() })
  .meta({ id: 'ChatLabel' });
export type ChatLabel = z.infer<typeof chatLabel>;
export const chatLabelList = z.object({ items: z.array(chatLabel) }).meta({ id: 'ChatLabelList' });
export const chatLabelCreate = z.strictObject({ name: line(40), tone: labelTone.default('neutral') }).meta({ id: 'ChatLabelCreate' });
export type ChatLabelCreate = z.infer<typeof chatLabelCreate>;
export const chatLabelUpdate = z
  .strictObject({ version, name: line(40).optional(), tone: labelTone.optional(), position: z.number().int().min(0).max(1000).optional() })
  .meta({ id: 'ChatLabelUpdate' });
export type ChatLabelUpdate = z.infer<typeof chatLabelUpdate>;
