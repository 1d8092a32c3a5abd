'use client';
import { useEffect } from 'react';
import { usePublicTenant } from '@loctelli/core/web';

/** Names the page in the browser's tab: the server knows only what kind of page it is. */
export function useTitle(title: string | undefined): void {
  const { brand } = usePublicTenant();
  useEffect(() => {
    if (title) document.title = `${title} · ${brand.name}`;
  }, [title, brand.name]);
}
