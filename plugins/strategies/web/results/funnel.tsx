'use client';
import { useTranslations } from 'next-intl';
import { Link, useFormats } from '@loctelli/core/web';
import type { StrategyResults } from '../../contract.ts';

const stages = ['enrolled', 'reached', 'replied', 'booked', 'won'] as const;
/** Where who is counted can be seen, as far as the enrolments can be asked for it. */
const behind: Partial<Record<(typeof stages)[number], string>> = { enrolled: '', replied: '?reason=reply', booked: '?reason=booking', won: '?reason=won' };

/** How many of those enrolled came how far. */
export function Funnel({ results, strategyId }: { results: StrategyResults; strategyId: number }) {
  const t = useTranslations('strategies.results');
  const formats = useFormats();
  const all = Math.max(1, results.enrolled);
  return (
    <ol aria-label={t('funnel')} className="flex flex-col gap-2.5">
      {stages.map((stage) => {
        const count = results[stage];
        const query = behind[stage];
        const label = <span className="truncate">{t(stage)}</span>;
        return (
          <li key={stage} className="grid grid-cols-[6.5rem_minmax(0,1fr)_5.5rem] items-center gap-3 sm:grid-cols-[8rem_minmax(0,1fr)_9rem]">
            {query === undefined ? (
              label
            ) : (
              <Link href={`/strategies/${strategyId}/enrolments${query}`} className="flex min-h-6 items-center hover:underline">
                {label}
              </Link>
            )}
            <span aria-hidden className="h-7 rounded-sm bg-sunken">
              <span className="block h-full min-w-0.5 rounded-sm bg-accent transition-[width] duration-200" style={{ width: `${(count / all) * 100}%` }} />
            </span>
            <span className="text-end whitespace-nowrap tabular-nums">
              <span className="font-semibold">{formats.number(count)}</span>
              {stage !== 'enrolled' && <span className="ms-2 text-sm text-muted">{formats.percent(count / all)}</span>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
