'use client';
import { createContext, useContext } from 'react';
import { Icon as LucideIcon, Puzzle, type LucideIconData, type LucideProps } from 'lucide-react';

/** Drawings of the icons that manifests name. The server picks them, so that a page loads these few and no list of all. */
export const Icons = createContext<Record<string, LucideIconData>>({});

/** A lucide icon by the name a manifest gives. Components import the icons they know from lucide-react. */
export function Icon({ name, ...props }: LucideProps & { name: string }) {
  const node = useContext(Icons)[name];
  return node ? <LucideIcon aria-hidden icon={node} {...props} /> : <Puzzle aria-hidden {...props} />;
}
