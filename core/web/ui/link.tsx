'use client';
import { useState, type ComponentProps, type FocusEvent, type PointerEvent } from 'react';
import NextLink from 'next/link';

/**
 * A link within the app. What it leads to is fetched ahead once somebody points at it; Next's own fetches that of every link in sight, and a menu, a page of
 * tiles or a table that is scrolled through would ask the server for dozens of pages nobody opens.
 */
export function Link({ onPointerEnter, onFocus, ...props }: Omit<ComponentProps<typeof NextLink>, 'prefetch'>) {
  const [meant, setMeant] = useState(false);
  const mean = <E,>(also?: (event: E) => void) => (event: E) => {
    setMeant(true);
    also?.(event);
  };
  return <NextLink {...props} prefetch={meant ? null : false} onPointerEnter={mean<PointerEvent<HTMLAnchorElement>>(onPointerEnter)} onFocus={mean<FocusEvent<HTMLAnchorElement>>(onFocus)} />;
}
