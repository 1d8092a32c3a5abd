'use client';
import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../button.tsx';

export interface BulkBarProps {
  /** Rows chosen one by one. */
  count: number;
  /** Every loaded row is among them. */
  allLoaded: boolean;
  loaded: number;
  matching?: { count: number; exact: boolean };
  allMatching?: boolean;
  onAllMatching?: (all: boolean) => void;
  onClear: () => void;
  children: ReactNode;
}

/** What can be done with the chosen rows; stays at the bottom of the window while any is chosen. */
export function BulkBar({ count, allLoaded, loaded, matching, allMatching, onAllMatching, onClear, children }: BulkBarProps) {
  const t = useTranslations('core.ui');
  if (count === 0 && !allMatching) return null;
  const many = matching && { count: matching.count, more: matching.exact ? 'no' : 'yes' };
  return (
    <div className="pointer-events-none sticky bottom-4 z-5 mt-3 flex justify-center">
      <div
        role="toolbar"
        aria-label={t('selection')}
        className="pointer-events-auto flex min-h-12 max-w-full flex-wrap items-center gap-x-2 gap-y-1 rounded-lg border border-line-strong/50 bg-raised py-1.5 ps-4 pe-2 shadow-float"
      >
        <span className="me-1 font-medium tabular-nums" aria-live="polite">
          {allMatching && many ? t('selectedMatching', many) : t('selected', { count })}
        </span>
        {many && onAllMatching && !allMatching && allLoaded && (many.count > loaded || many.more === 'yes') && (
          <Button size="sm" variant="ghost" className="text-accent-text" onClick={() => onAllMatching(true)}>
            {t('selectMatching', many)}
          </Button>
        )}
        <span aria-hidden className="mx-1 h-5 w-px bg-line max-sm:hidden" />
        {children}
        <Button size="icon-sm" variant="ghost" aria-label={t('clearSelection')} onClick={onClear}>
          <X aria-hidden />
        </Button>
      </div>
    </div>
  );
}
