'use client';
import { useState } from 'react';
import { ExternalLink } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, buttonClass, Drawer, EmptyState, ErrorState, Link, Skeleton, useApiQuery, useFormats } from '@loctelli/core/web';
import type { Filter, MetricRows, RangeChoice, RowsAskInput } from '../../contract.ts';
import { analytics } from '../api.ts';
import { useNumbers } from '../data/use-numbers.ts';
import type { Opened } from './types.ts';

const pageSize = 50;

/** The rows behind a number, as far as the reader may see them, and the way to the page that lists them. */
export function RowsDrawer({ opened, range, filters, onClose }: { opened: Opened | null; range: RangeChoice; filters: Filter; onClose: () => void }) {
  const t = useTranslations('analytics.rows');
  const numbers = useNumbers();
  const [last, setLast] = useState(opened);
  if (opened && opened !== last) setLast(opened);
  const [offset, setOffset] = useState(0);
  const [of, setOf] = useState(opened);
  if (opened !== of) {
    setOf(opened);
    setOffset(0);
  }
  const locale = useLocale() as NonNullable<RowsAskInput['locale']>;
  const shown = opened ?? last;
  const query = useApiQuery(
    ['analytics', 'rows', shown, range, filters, offset, locale],
    () => analytics.getRows({ metric: shown!.metric, range: shown!.range ?? range, where: shown!.range ? shown!.where : { ...filters, ...shown!.where }, ...(shown!.at && { at: shown!.at }), offset, locale }),
    { enabled: opened !== null, keep: offset > 0 },
  );
  const { data } = query;
  return (
    <Drawer
      open={opened !== null}
      onOpenChange={(open) => !open && onClose()}
      title={data?.metric.title ?? t('title')}
      description={data && t('summary', { value: numbers.say(data.value, data.metric), count: data.total, range: numbers.days(data.range.fromDay, data.range.toDay), zone: data.range.zone })}
      footer={
        data?.drill ? (
          <Link href={data.drill} className={buttonClass()}>
            <ExternalLink aria-hidden />
            {t('drill')}
          </Link>
        ) : undefined
      }
    >
      {query.error ? (
        <ErrorState compact error={query.error} onRetry={() => void query.refetch()} />
      ) : !data ? (
        <div aria-busy className="flex flex-col gap-3">
          {[0, 1, 2, 3, 4].map((row) => (
            <Skeleton key={row} className="h-11 w-full" />
          ))}
        </div>
      ) : data.items.length === 0 ? (
        <EmptyState compact title={t('empty')} />
      ) : (
        <>
          <ul aria-label={t('title')} className="divide-y divide-line">
            {data.items.map((row) => (
              <Row key={row.id} row={row} data={data} />
            ))}
          </ul>
          {(data.hasMore || offset > 0) && (
            <div className="mt-4 flex justify-between gap-2">
              <Button size="sm" disabled={offset === 0} onClick={() => setOffset(offset - pageSize)}>
                {t('newer')}
              </Button>
              <Button size="sm" disabled={!data.hasMore} onClick={() => setOffset(offset + pageSize)}>
                {t('older')}
              </Button>
            </div>
          )}
        </>
      )}
    </Drawer>
  );
}

function Row({ row, data }: { row: MetricRows['items'][number]; data: MetricRows }) {
  const formats = useFormats();
  const numbers = useNumbers();
  const title = row.label ?? `#${row.id}`;
  const facts = data.dimensions.flatMap(({ name, title }) => (row.dimensions[name] ? [`${title}: ${row.dimensions[name]}`] : []));
  return (
    <li className="flex items-baseline gap-3 py-2.5">
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          {row.href ? (
            <Link href={row.href} className="hover:underline">
              {title}
            </Link>
          ) : (
            title
          )}
        </span>
        <span className="block text-sm text-muted">{formats.dateTime(row.at, data.range.zone)}</span>
        {facts.length > 0 && <span className="block truncate text-sm text-muted">{facts.join(' · ')}</span>}
      </span>
      {data.metric.unit !== 'count' && data.metric.unit !== 'percent' && <span className="shrink-0 tabular-nums">{numbers.say(row.value, data.metric)}</span>}
    </li>
  );
}
