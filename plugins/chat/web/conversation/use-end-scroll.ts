'use client';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';

const nearEnd = 60;
const nearStart = 600;

interface Options {
  /** What is shown first and last: they change as older and newer messages come. */
  first: string | undefined;
  last: string | undefined;
  hasOlder: boolean;
  onOlder: () => void;
  /** Where to begin when it is in the content, such as the line before what is new. */
  startAt: RefObject<HTMLElement | null>;
}

/** A scroll area that begins at its end and stays there, lets older content come above what is read without moving it, and tells whether the end is in sight. */
export function useEndScroll({ first, last, hasOlder, onOlder, startAt }: Options) {
  const area = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const end = useRef(true);
  const [atEnd, setAtEnd] = useState(true);
  const was = useRef<{ first: string | undefined; height: number } | null>(null);

  const toEnd = useCallback((smooth = false) => {
    const element = area.current;
    if (element) element.scrollTo({ top: element.scrollHeight, behavior: smooth ? 'smooth' : 'auto' });
  }, []);
  const look = useCallback(() => {
    const element = area.current;
    if (!element) return;
    end.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd;
    setAtEnd(end.current);
    if (hasOlder && element.scrollTop < nearStart) onOlder();
  }, [hasOlder, onOlder]);

  useLayoutEffect(() => {
    const element = area.current;
    if (!element || first === undefined) return;
    if (was.current === null) {
      const line = startAt.current;
      element.scrollTop = element.scrollHeight;
      if (line && line.offsetTop < element.scrollTop) element.scrollTop = Math.max(0, line.offsetTop - 24);
    } else if (first !== was.current.first) element.scrollTop += element.scrollHeight - was.current.height;
    else if (end.current) element.scrollTop = element.scrollHeight;
    was.current = { first, height: element.scrollHeight };
    look();
  }, [first, last, look, startAt]);

  // Whatever else changes heights, such as a composer that grows: the end stays in sight.
  useEffect(() => {
    const element = area.current;
    if (!element || !content.current) return;
    const watch = new ResizeObserver(() => {
      if (end.current) element.scrollTop = element.scrollHeight;
      if (was.current) was.current.height = element.scrollHeight;
    });
    watch.observe(element);
    watch.observe(content.current);
    return () => watch.disconnect();
  }, []);

  return { area, content, atEnd, toEnd, onScroll: look };
}
