'use client';
import { useId, useState, type ReactNode } from 'react';
import { ChartNoAxesColumn, Table2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../button.tsx';
import { cn } from '../cn.ts';
import { seriesColour, type ChartProps } from './types.ts';

/** Legend, the chart or its figures as a table, and the button between the two. */
export function ChartFrame({ label, series, data, format, onPick, className, children }: ChartProps & { format: (value: number) => string; children: ReactNode }) {
  const t = useTranslations('core.kit.chart');
  const [asTable, setAsTable] = useState(false);
  const name = useId();
  return (
    <figure aria-labelledby={name} className={cn('flex min-w-0 flex-col gap-2', className)}>
      <figcaption id={name} className="sr-only">
        {label}
      </figcaption>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
        {series.length > 1 &&
          series.map((each, index) => (
            <span key={each.id} className="flex items-center gap-1.5">
              <span aria-hidden className="size-2 rounded-full" style={{ background: seriesColour(index) }} />
              {each.label}
            </span>
          ))}
        <Button size="sm" variant="ghost" className="ms-auto text-muted" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? <ChartNoAxesColumn aria-hidden /> : <Table2 aria-hidden />}
          {t(asTable ? 'asChart' : 'asTable')}
        </Button>
      </div>
      {asTable ? (
        <div className="max-h-80 overflow-auto rounded-md border" tabIndex={0} role="region" aria-label={label}>
          <table aria-label={label} className="w-full text-start text-sm">
            <thead>
              <tr className="border-b">
                <th scope="col" className="px-3 py-2">
                  <span className="sr-only">{t('point')}</span>
                </th>
                {series.map((each) => (
                  <th key={each.id} scope="col" className="px-3 py-2 text-end font-medium text-muted">
                    {each.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.map((point, index) => (
                <tr key={index} className="border-b last:border-0">
                  <th scope="row" className="px-3 py-2 text-start font-normal">
                    {point.label}
                  </th>
                  {series.map((each) => {
                    const value = point.values[each.id];
                    return (
                      <td key={each.id} className="px-3 py-2 text-end tabular-nums">
                        {value == null ? (
                          '—'
                        ) : onPick ? (
                          <button type="button" className="rounded-sm underline decoration-line-strong underline-offset-4 hover:decoration-current" onClick={() => onPick(index, each.id)}>
                            {format(value)}
                          </button>
                        ) : (
                          format(value)
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        children
      )}
    </figure>
  );
}
