'use client';
import type { ReactNode, Ref } from 'react';
import { useTranslations } from 'next-intl';
import { cn, Skeleton } from '@loctelli/core/web';
import type { ResolvedRange, Tile, TileAnswer } from '../../contract.ts';
import { useNumbers } from '../data/use-numbers.ts';
import { TileBody } from './tile-body.tsx';
import type { TileProps } from './types.ts';

export const gridClass = 'grid gap-4 sm:grid-cols-2 xl:grid-cols-4';
const spans: Record<Tile['size'], string> = { small: '', medium: 'sm:col-span-2', large: 'sm:col-span-2 xl:col-span-4' };
/** Heights before anything is known, so that nothing moves when it comes. */
const heights: Record<Tile['kind'], string> = { kpi: 'h-24', goal: 'h-36', line: 'h-58', bar: 'h-58', funnel: 'h-44', table: 'h-52', leaderboard: 'h-52' };

export const titleOf = (tile: Tile, answer: TileAnswer | undefined) => tile.title ?? answer?.goal?.name ?? answer?.metrics.map(({ title }) => title).join(' · ') ?? '';

interface Props extends Pick<TileProps, 'onOpen'> {
  tile: Tile;
  answer: TileAnswer | undefined;
  range: ResolvedRange | undefined;
  actions?: ReactNode;
  /** Before the title, such as a handle to drag it by. */
  start?: ReactNode;
  className?: string;
  ref?: Ref<HTMLDivElement>;
}

/** A tile in its frame: what it is, of which days and on whose clocks. */
export function TileCard({ tile, answer, range, actions, start, onOpen, className, ref }: Props) {
  const t = useTranslations('analytics.public.tile');
  const numbers = useNumbers();
  const title = titleOf(tile, answer);
  return (
    <div ref={ref} role="group" aria-label={title || t('untitled')} data-tile={tile.id} className={cn('flex min-w-0 flex-col rounded-lg border bg-surface', spans[tile.size], className)}>
      <header className="flex min-h-12 items-start gap-1 ps-5 pe-2.5 pt-3">
        {start}
        <div className="min-w-0 flex-1">
          {answer ? <h2 className="truncate font-semibold">{title || t('untitled')}</h2> : <Skeleton className="h-4 w-32" />}
          {range && !answer?.goal && (
            // On a narrow tile the zone goes to a line of its own: whose days they are is never cut off.
            <p className="text-xs text-muted">
              {numbers.days(range.fromDay, range.toDay)} · <bdi dir="ltr" className="whitespace-nowrap">{range.zone}</bdi>
            </p>
          )}
        </div>
        {actions && <div className="flex shrink-0 items-center">{actions}</div>}
      </header>
      <div className="min-w-0 flex-1 px-5 pt-2 pb-4">{answer && range ? <TileBody tile={tile} answer={answer} range={range} title={title} onOpen={onOpen} /> : <Skeleton className={cn('w-full', heights[tile.kind])} />}</div>
      {answer && answer.missing.length > 0 && !answer.problem && <p className="border-t px-5 py-2 text-xs text-muted">{t('missing', { count: answer.missing.length })}</p>}
    </div>
  );
}
