import type { Outgoing } from './merge.ts';
import type { Shelf } from './thread-store.ts';

/** What was typed and not sent, in one conversation. */
export interface Draft {
  reply: string;
  note: string;
  tab: 'reply' | 'note';
}
export const noDraft: Draft = { reply: '', note: '', tab: 'reply' };
/** Drafts kept at most; the oldest go first. */
const most = 50;

/** Kept in the browser of the person who wrote it, under their id: what was typed survives a reload and a crash. */
const key = (userId: number, part: 'outbox' | 'drafts') => `chat.${part}.${userId}`;

function read<T>(name: string): Record<string, T> {
  try {
    return (JSON.parse(localStorage.getItem(name) ?? '{}') as Record<string, T> | null) ?? {};
  } catch {
    return {};
  }
}

function write(name: string, all: Record<string, unknown>): void {
  try {
    if (Object.keys(all).length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(all));
  } catch {
    // Private windows and full disks keep nothing: the page itself still has it.
  }
}

export function outboxShelf(userId: number, conversationId: number): Shelf {
  const name = key(userId, 'outbox');
  return {
    read: () => read<Outgoing[]>(name)[conversationId] ?? [],
    write: (outbox) => {
      const { [conversationId]: _before, ...others } = read<Outgoing[]>(name);
      write(name, outbox.length > 0 ? { ...others, [conversationId]: outbox } : others);
    },
  };
}

export const readDraft = (userId: number, conversationId: number): Draft => ({ ...noDraft, ...read<Partial<Draft>>(key(userId, 'drafts'))[`c${conversationId}`] });

export function writeDraft(userId: number, conversationId: number, draft: Draft): void {
  const { [`c${conversationId}`]: _before, ...others } = read<Draft>(key(userId, 'drafts'));
  const kept = draft.reply.trim() || draft.note.trim() ? { ...others, [`c${conversationId}`]: draft } : others;
  write(key(userId, 'drafts'), Object.fromEntries(Object.entries(kept).slice(-most)));
}

/** Conversations in which something was typed and not sent. */
export const draftedIn = (userId: number): Set<number> => new Set(Object.keys(read<Draft>(key(userId, 'drafts'))).map((name) => Number(name.slice(1))));
