import type { Identity } from './public.ts';
import { warn } from './warn.ts';

/** What the page says in the attributes of the script's tag. */
export interface Options {
  /** The tenant's host, where the script came from. */
  origin: string;
  /** `data-locale`; without it the page's language, else the visitor's, where the tenant offers them. */
  locale: string | null;
  /** `data-theme`: `light` or `dark`; without it as the visitor's system has it. */
  theme: string | null;
  /** `data-side`: `start` or `end` of the page. */
  side: 'start' | 'end';
  /** `data-identity`: JSON of an `Identity`. */
  identity: Identity | null;
}

export function readOptions({ src, dataset }: HTMLScriptElement): Options {
  return {
    origin: new URL(src).origin,
    locale: dataset.locale ?? null,
    theme: dataset.theme ?? null,
    side: dataset.side === 'start' ? 'start' : 'end',
    identity: readIdentity(dataset.identity),
  };
}

function readIdentity(text: string | undefined): Identity | null {
  if (!text) return null;
  try {
    return JSON.parse(text) as Identity;
  } catch {
    warn('data-identity is no JSON; the visitor stays unknown.');
    return null;
  }
}
