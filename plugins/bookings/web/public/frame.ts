'use client';
import { useEffect } from 'react';
import { useEmbedded } from '@loctelli/core/web';
import type { FrameMessage } from '../scripts/messages.ts';

/** Tells the page around a frame. */
export function tellParent(message: FrameMessage): void {
  if (window.parent !== window) window.parent.postMessage(message, '*');
}

/** Keeps the frame as tall as what it shows, and lets Escape reach a dialog around it. */
export function useFrame(): boolean {
  const embedded = useEmbedded();
  useEffect(() => {
    const content = document.querySelector('main');
    if (!embedded || !content) return;
    const observer = new ResizeObserver(() => tellParent({ type: 'bookings:height', height: Math.ceil(content.getBoundingClientRect().height) }));
    observer.observe(content);
    const onKeyDown = (event: KeyboardEvent) => event.key === 'Escape' && !event.defaultPrevented && tellParent({ type: 'bookings:close' });
    document.addEventListener('keydown', onKeyDown);
    return () => {
      observer.disconnect();
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [embedded]);
  return embedded;
}

/** Where the pages are, which is elsewhere in a frame. A booking is managed outside of frames: cancelling must not be had by a covered button. */
export function usePaths() {
  const root = useEmbedded() ? '/embed/book' : '/book';
  return { all: root, event: (slug: string) => `${root}/${slug}`, manage: (token: string) => `/book/manage/${encodeURIComponent(token)}` };
}
