'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'next-intl';
import { toast, useFormats, useProblemText } from '@loctelli/core/web';
import type { ChatAttachment } from '../../contract.ts';
import { chat } from '../api.ts';

/** A file that goes with what is being written. */
export interface Upload {
  key: string;
  file: File;
  /** Share that has left, from 0 to 1. */
  share: number;
  sent: ChatAttachment | null;
  problem: string | null;
}

export const largestFile = 15 * 1024 * 1024;
export const mostFiles = 10;

/** Files sent ahead, so that the message with them goes at once. */
export function useFiles() {
  const t = useTranslations('chat.files');
  const words = useTranslations('core.ui');
  const formats = useFormats();
  const describe = useProblemText();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const stops = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const running = stops.current;
    return () => running.forEach((stop) => stop.abort());
  }, []);
  const change = (key: string, next: Partial<Upload>) => setUploads((all) => all.map((each) => (each.key === key ? { ...each, ...next } : each)));

  const start = ({ key, file }: Upload) => {
    const stop = new AbortController();
    stops.current.set(key, stop);
    change(key, { problem: null, share: 0 });
    chat.uploadAttachment(file, { signal: stop.signal, onProgress: (share) => change(key, { share }) }).then(
      (sent) => change(key, { sent, share: 1 }),
      (error) => stop.signal.aborted || change(key, { problem: describe(error) }),
    );
  };
  const add = (files: readonly File[]) => {
    const room = mostFiles - uploads.length;
    if (files.length > room) toast.error(t('tooMany', { count: mostFiles }));
    const fitting = files.slice(0, Math.max(0, room)).filter((file) => {
      if (file.size <= largestFile) return true;
      toast.error(words('fileTooLarge', { name: file.name, limit: formats.bytes(largestFile) }));
      return false;
    });
    const fresh = fitting.map((file) => ({ key: crypto.randomUUID(), file, share: 0, sent: null, problem: null }));
    setUploads((all) => [...all, ...fresh]);
    fresh.forEach(start);
  };
  const remove = (key: string) => {
    stops.current.get(key)?.abort();
    setUploads((all) => all.filter((each) => each.key !== key));
  };
  return { uploads, add, remove, retry: start, clear: useCallback(() => setUploads([]), []) };
}
