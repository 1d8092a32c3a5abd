'use client';
import { useTranslations } from 'next-intl';
import { Badge, useFormats, type Column } from '@loctelli/core/web';
import type { StrategySummary } from '../../contract.ts';
import { StatusBadge } from '../strategy-status.tsx';

/** What is told of a strategy in the list. Results are shares of those enrolled. */
export function useStrategyColumns(onTag: (tag: string) => void): Column<StrategySummary>[] {
  const t = useTranslations('strategies.list');
  const formats = useFormats();
  const count = (id: 'replied' | 'booked' | 'won'): Column<StrategySummary> => ({
    id,
    header: t(id),
    align: 'end',
    cell: ({ results }) =>
      results.enrolled === 0 ? (
        <span className="text-subtle">—</span>
      ) : (
        <span className="whitespace-nowrap">
          {formats.number(results[id])} <span className="text-muted">{formats.percent(results[id] / results.enrolled)}</span>
        </span>
      ),
  });
  return [
    {
      id: 'name',
      header: t('name'),
      card: 'title',
      cell: ({ name, tag, industry }) => (
        <span className="block min-w-0">
          <span className="block max-w-80 truncate">{name}</span>
          {(tag || industry) && (
            <span className="relative flex max-w-80 items-center gap-1.5 text-xs font-normal text-muted">
              {tag && (
                <button type="button" aria-label={t('onlyTag', { tag })} onClick={(event) => (event.preventDefault(), onTag(tag))} className="relative z-1 -my-0.5 min-h-6 truncate rounded-sm underline decoration-line-strong underline-offset-2 hover:text-fg">
                  {tag}
                </button>
              )}
              {industry && <span className="truncate">{industry}</span>}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'state',
      header: t('state'),
      cell: ({ status, changed, publishedVersion }) => (
        <span className="flex flex-wrap items-center gap-1.5">
          <StatusBadge status={status} />
          {publishedVersion !== null && <span className="text-sm text-muted tabular-nums">{t('versionShort', { number: publishedVersion })}</span>}
          {changed && publishedVersion !== null && <Badge tone="info">{t('changedDraft')}</Badge>}
        </span>
      ),
    },
    { id: 'steps', header: t('steps'), align: 'end', card: 'hidden', className: 'max-xl:hidden', cell: ({ stepCount }) => formats.number(stepCount) },
    {
      id: 'owner',
      header: t('owner'),
      className: 'max-lg:hidden',
      cell: ({ ownerName, sharing }) => (
        <span className="block min-w-0">
          <span className="block max-w-40 truncate">{ownerName}</span>
          <span className="block text-xs text-muted">{t(`sharings.${sharing}`)}</span>
        </span>
      ),
    },
    {
      id: 'enrolled',
      header: t('enrolled'),
      align: 'end',
      cell: ({ results }) => (
        <span className="whitespace-nowrap">
          {formats.number(results.enrolled)} {results.live > 0 && <span className="text-muted">{t('live', { count: results.live })}</span>}
        </span>
      ),
    },
    count('replied'),
    count('booked'),
    count('won'),
  ];
}
