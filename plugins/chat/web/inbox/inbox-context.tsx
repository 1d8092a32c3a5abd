'use client';
import { createContext, useContext, useRef, useState, type ReactNode, type RefObject } from 'react';
import type { VirtualListHandle } from '@loctelli/core/web';
import { useActs, type Acts } from '../acts/use-acts.ts';
import { useInboxAddress, type InboxAt } from './use-inbox-address.ts';

export type PickerName = 'assign' | 'label' | 'snooze' | 'priority';
/** What the composer lets others do with it. */
export interface ComposerHandle {
  begin: (tab: 'reply' | 'note') => void;
  addFiles: (files: File[]) => void;
  /** Puts a text where the answer is written, after what is there. */
  insert: (text: string) => void;
}

interface Inbox {
  at: InboxAt;
  acts: Acts;
  /** The row that j and k step on from. */
  cursor: number | null;
  setCursor: (id: number | null) => void;
  selection: ReadonlySet<number>;
  setSelection: (ids: ReadonlySet<number>) => void;
  /** The picker that is open: of the open conversation, or of those chosen in the list. */
  picker: { name: PickerName; of: 'open' | 'chosen' } | null;
  setPicker: (picker: Inbox['picker']) => void;
  list: RefObject<VirtualListHandle | null>;
  composer: RefObject<ComposerHandle | null>;
  /** Shown once the conversation that is about to be opened is there. */
  wanted: RefObject<PickerName | 'reply' | 'note' | null>;
}

const InboxContext = createContext<Inbox | null>(null);

/** What the panes of the inbox share. */
export function InboxProvider({ children }: { children: ReactNode }) {
  const at = useInboxAddress();
  const acts = useActs();
  const [cursor, setCursor] = useState<number | null>(at.openId);
  const [selection, setSelection] = useState<ReadonlySet<number>>(new Set());
  const [picker, setPicker] = useState<Inbox['picker']>(null);
  const list = useRef<VirtualListHandle>(null);
  const composer = useRef<ComposerHandle>(null);
  const wanted = useRef<Inbox['wanted']['current']>(null);
  return <InboxContext.Provider value={{ at, acts, cursor, setCursor, selection, setSelection, picker, setPicker, list, composer, wanted }}>{children}</InboxContext.Provider>;
}

export function useInbox(): Inbox {
  const inbox = useContext(InboxContext);
  if (!inbox) throw new Error('useInbox is for parts of the inbox.');
  return inbox;
}
