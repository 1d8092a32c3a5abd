'use client';
import { Suspense, type CSSProperties, type ReactNode, type Ref } from 'react';
import { clsx } from 'clsx';
import { PartBoundary } from '../../../../../core/web/slots/plugins.tsx';
import type { Size } from './arrange.ts';
import type { Widget } from './use-widgets.ts';

/** Rows of one height: what is on the dashboard never moves because something has loaded. */
export const gridClass = 'grid auto-rows-[11.5rem] grid-flow-row-dense gap-4 sm:grid-cols-2 lg:grid-cols-3';
const spans: Record<Size, string> = { small: '', tall: '', wide: 'sm:col-span-2', medium: 'sm:col-span-2', large: 'sm:col-span-2 lg:col-span-3' };

interface Props {
  widget: Widget;
  size: Size;
  actions?: ReactNode;
  ref?: Ref<HTMLElement>;
  style?: CSSProperties;
  className?: string;
}

/** A widget in its card, with its own loading and its own failure. */
export function WidgetCard({ widget, size, actions, ref, style, className }: Props) {
  const { Content, title, tall } = widget;
  return (
    <section ref={ref} style={style} aria-label={title} className={clsx('flex min-w-0 flex-col rounded-lg border bg-surface', spans[size], tall && 'row-span-2', className)}>
      <header className="flex min-h-12 items-center justify-between gap-2 ps-5 pe-2.5 pt-1.5">
        <h2 className="min-w-0 truncate font-semibold">{title}</h2>
        {actions && <div className="flex shrink-0 items-center">{actions}</div>}
      </header>
      <div className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto px-5 pt-1 pb-4">
        <PartBoundary compact>
          <Suspense fallback={<span aria-hidden className={clsx('shimmer block rounded-sm', tall ? 'h-full' : 'h-12 w-24')} />}>
            <Content />
          </Suspense>
        </PartBoundary>
      </div>
    </section>
  );
}
