'use client';
import { useTranslations } from 'next-intl';
import { Button } from './button.tsx';

export interface PaginationProps {
  shown: number;
  total?: { count: number; exact: boolean };
  hasMore: boolean;
  onMore: () => void;
  busy?: boolean;
}

/** Under a list read by cursor: how much is shown, and the next part. */
export function Pagination({ shown, total, hasMore, onMore, busy }: PaginationProps) {
  const t = useTranslations('core.ui');
  if (!hasMore && !total) return null;
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 pt-3 text-sm text-muted">
      <span aria-live="polite" className="tabular-nums">
        {total ? t('shownOf', { shown, total: total.count, more: total.exact ? 'no' : 'yes' }) : t('shown', { shown })}
      </span>
      {hasMore && (
        <Button size="sm" busy={busy} onClick={onMore}>
          {t('loadMore')}
        </Button>
      )}
    </div>
  );
}
