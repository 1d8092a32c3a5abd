import type { ReactNode } from 'react';
import { cn } from './cn.ts';

export interface PageHeaderProps {
  title: ReactNode;
  /** How many there are, quietly beside the title. */
  count?: ReactNode;
  description?: ReactNode;
  /** One primary action, and a menu of others at most. */
  actions?: ReactNode;
  /** Way back, such as a link to the list. */
  back?: ReactNode;
}

export function PageHeader({ title, count, description, actions, back }: PageHeaderProps) {
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {back && <div className="mb-1.5 text-sm text-muted">{back}</div>}
        <h1 className="text-xl font-semibold tracking-tight text-balance">
          {title}
          {count != null && <span className="ms-2.5 text-base font-normal tracking-normal text-muted tabular-nums">{count}</span>}
        </h1>
        {description && <p className="mt-1 max-w-[72ch] text-muted">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

/**
 * Content of a page: to the edges for tables and boards, `narrow` for forms. With `fill` it takes exactly what is in sight beside the shell,
 * and its parts scroll by themselves.
 */
export function Page({ narrow, fill, children, className }: { narrow?: boolean; fill?: boolean; children: ReactNode; className?: string }) {
  if (fill) return <div className={cn('absolute inset-0 overflow-hidden', className)}>{children}</div>;
  return <div className={cn('px-4 py-6 sm:px-8', narrow && 'max-w-[calc(72ch+4rem)]', className)}>{children}</div>;
}

export interface CardProps {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  /** Without padding, for tables and lists. */
  flush?: boolean;
  footer?: ReactNode;
  children: ReactNode;
  className?: string;
}

/** A bordered part of a page. */
export function Card({ title, description, actions, flush, footer, children, className }: CardProps) {
  return (
    <section className={cn('flex min-w-0 flex-col rounded-lg border bg-surface', className)}>
      {title && (
        <header className={cn('flex items-start justify-between gap-4 px-5 pt-4', flush && 'border-b pb-3')}>
          <div className="min-w-0">
            <h2 className="font-semibold">{title}</h2>
            {description && <p className="mt-0.5 text-muted">{description}</p>}
          </div>
          {actions && <div className="flex shrink-0 items-center gap-2">{actions}</div>}
        </header>
      )}
      <div className={cn('min-w-0 flex-1', !flush && 'p-5', !flush && title && 'pt-4')}>{children}</div>
      {footer && <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-5 py-3">{footer}</footer>}
    </section>
  );
}

/** Label and value pairs of a record. */
export function Facts({ items }: { items: { label: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-[minmax(6rem,auto)_1fr] gap-x-5 gap-y-2.5">
      {items.map((item, index) => (
        <div key={index} className="col-span-2 grid grid-cols-subgrid items-baseline">
          <dt className="text-muted">{item.label}</dt>
          <dd className="min-w-0">{item.value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}
