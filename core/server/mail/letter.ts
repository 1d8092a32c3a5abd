import type { RenderedMail } from './render.ts';

/** A mail with its sender and reader, ready to leave. */
export interface Letter extends RenderedMail {
  to: string;
  from: { name: string; address: string };
}
