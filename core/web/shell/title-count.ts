'use client';
import { useEffect } from 'react';

const mark = /^\(\d+\+?\)\s*/;
/** Who has something to count, in the order they came; a page's number stands before the bell's. */
const counts: { count: number; of: 'bell' | 'page' }[] = [];
let observer: MutationObserver | undefined;

/**
 * `(3) Inbox · Acme`: a number before the tab's title while the part that counts is drawn, kept there while the pages write their own titles. It is
 * what the bell holds, unless the page in sight counts something of its own.
 */
export function useTitleCount(count: number, of: 'bell' | 'page' = 'page'): void {
  useEffect(() => {
    const entry = { count, of };
    counts.push(entry);
    write();
    return () => {
      counts.splice(counts.indexOf(entry), 1);
      write();
    };
  }, [count, of]);
}

function write(): void {
  // What is written here is not heard: one title has one writer.
  observer?.disconnect();
  const count = (counts.findLast(({ of }) => of === 'page') ?? counts.at(-1))?.count ?? 0;
  const plain = document.title.replace(mark, '');
  const wanted = count > 0 ? `(${count > 99 ? '99+' : count}) ${plain}` : plain;
  if (plain && document.title !== wanted) document.title = wanted;
  if (counts.length === 0) return;
  observer ??= new MutationObserver(write);
  observer.observe(document.head, { childList: true, subtree: true, characterData: true });
}
