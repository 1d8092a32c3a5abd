'use client';
import { useEffect, useRef } from 'react';
import { cn, Link, useFormats } from '@loctelli/core/web';

interface Props {
  label: string;
  links: { id: string; href: string; label: string; count?: number }[];
  current: string;
}

/** Pages that belong together, as a line of links. */
export function NavLinks({ label, links, current }: Props) {
  const formats = useFormats();
  const line = useRef<HTMLElement>(null);
  // On a phone the line is longer than the screen: where one is must be in sight.
  useEffect(() => {
    const [nav, here] = [line.current, line.current?.querySelector<HTMLElement>('[aria-current]')];
    if (nav && here) nav.scrollLeft = here.offsetLeft - nav.offsetLeft - (nav.clientWidth - here.offsetWidth) / 2;
  }, [current]);
  return (
    <nav ref={line} aria-label={label} className="mb-4 flex gap-5 overflow-x-auto border-b">
      {links.map((link) => (
        <Link
          key={link.id}
          href={link.href}
          aria-current={link.id === current ? 'page' : undefined}
          className={cn(
            'flex h-10 shrink-0 items-center gap-2 border-b-2 px-0.5 font-medium transition-colors duration-150 focus-visible:-outline-offset-2',
            link.id === current ? 'border-accent text-fg' : 'border-transparent text-muted hover:text-fg',
          )}
        >
          {link.label}
          {link.count !== undefined && link.count > 0 && <span className="text-sm font-normal text-muted tabular-nums">{formats.number(link.count)}</span>}
        </Link>
      ))}
    </nav>
  );
}
