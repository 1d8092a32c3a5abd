'use client';
import { useTranslations } from 'next-intl';
import { useNumbers } from '../data/use-numbers.ts';
import { OpenNumber } from './open-number.tsx';
import { whereOf, type TileProps } from './types.ts';

/** Values of a dimension below each other: a table of several metrics, or who leads in one. */
export function ListTile({ tile, answer, range, title, onOpen }: TileProps) {
  const t = useTranslations('analytics.public.tile');
  const numbers = useNumbers();
  const leads = tile.kind === 'leaderboard';
  const rows = answer.groups.length
    ? answer.groups.map(({ key, label, values }) => ({ id: String(key), label: label ?? t('none'), values, opened: { where: whereOf(tile, answer.by, key) } }))
    : answer.buckets.map((day, index) => ({ id: day, label: numbers.day(day), values: answer.series.map(({ values }) => ({ value: values[index] ?? null, previous: null })), opened: { where: tile.where, at: { day, bucket: answer.bucket! } } }));
  const most = Math.max(1, ...rows.map(({ values }) => values[0]?.value ?? 0));
  return (
    <div className="max-h-72 overflow-auto" tabIndex={0} role="region" aria-label={title}>
      <table className="w-full text-sm">
        <thead className={leads ? 'sr-only' : 'sticky top-0 bg-surface'}>
          <tr className="border-b">
            <th scope="col" className="py-1.5 text-start font-medium text-muted">
              <span className="sr-only">{t('value')}</span>
            </th>
            {answer.metrics.map(({ name, title }) => (
              <th key={name} scope="col" className="py-1.5 ps-4 text-end font-medium text-muted">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, values, opened }, place) => (
            <tr key={id} className="border-b last:border-0">
              <th scope="row" className="max-w-0 py-2 text-start font-normal">
                <span className="flex items-baseline gap-2.5">
                  {leads && <span className="w-4 shrink-0 text-end text-subtle tabular-nums">{place + 1}</span>}
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{label}</span>
                    {leads && (
                      <span aria-hidden className="mt-1 block h-1 rounded-full bg-sunken">
                        <span className="block h-full rounded-full bg-accent" style={{ width: `${(100 * (values[0]?.value ?? 0)) / most}%` }} />
                      </span>
                    )}
                  </span>
                </span>
              </th>
              {answer.metrics.map((metric, index) => {
                const { value, previous } = values[index] ?? { value: null, previous: null };
                const text = numbers.say(value, metric);
                const change = range.compare ? numbers.change(value, previous, metric) : null;
                return (
                  <td key={metric.name} className="py-2 ps-4 text-end align-top whitespace-nowrap tabular-nums">
                    <OpenNumber onOpen={onOpen && value !== null ? () => onOpen({ metric: metric.name, ...opened }) : undefined} label={t('open', { name: `${label}, ${metric.title}`, value: text })}>
                      {text}
                    </OpenNumber>
                    {change && <span className="block text-xs text-muted">{change.text}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {answer.moreGroups && <p className="pt-2 text-sm text-muted">{t('moreGroups')}</p>}
    </div>
  );
}
