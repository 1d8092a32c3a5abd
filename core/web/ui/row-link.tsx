'use client';
import { useState, type ComponentProps } from 'react';
import Link from 'next/link';

/**
 * The link of one row among many. What it leads to is fetched ahead once somebody points at it; a plain `Link` fetches that of each row that comes into
 * sight, and a table that is scrolled through would ask the server for thousands of pages.
 */
export function RowLink(props: ComponentProps<typeof Link>) {
  const [meant, setMeant] = useState(false);
  const mean = () => setMeant(true);
  return <Link {...props} prefetch={meant ? null : false} onPointerEnter={mean} onFocus={mean} />;
}
