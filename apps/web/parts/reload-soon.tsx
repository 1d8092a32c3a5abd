'use client';
import { useEffect } from 'react';

/** Loads the page again in a moment: what is away may be back. */
export function ReloadSoon() {
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), 4000);
    return () => clearTimeout(timer);
  }, []);
  return null;
}
