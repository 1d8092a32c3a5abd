'use client';
import type { ReactNode } from 'react';
import { Link } from '@loctelli/core/web';

/** The one box of a page before sign-in. */
export function FrontCard({ title, text, icon, children, below }: { title: string; text?: ReactNode; icon?: ReactNode; children?: ReactNode; below?: ReactNode }) {
  return (
    <>
      <section className="rounded-lg border bg-surface p-6 sm:p-7">
        {icon && (
          <span aria-hidden className="mb-4 grid size-10 place-items-center rounded-full bg-accent-soft text-on-accent-soft [&_svg]:size-5">
            {icon}
          </span>
        )}
        <h1 className="text-lg font-semibold tracking-tight text-balance">{title}</h1>
        {text && <p className="mt-1 text-muted">{text}</p>}
        {children && <div className="mt-5">{children}</div>}
      </section>
      {below && <p className="mt-5 text-center text-muted">{below}</p>}
    </>
  );
}

export const TextLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="font-medium text-accent-text underline-offset-4 hover:underline">
    {children}
  </Link>
);
