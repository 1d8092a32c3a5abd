'use client';
import { useTranslations } from 'next-intl';
import { useFormats, type Column } from '@loctelli/core/web';

interface Counts {
  reached: number;
  replied: number;
  booked: number;
  won: number;
}

/**
 * Columns of counts; what follows is a share of those reached.
 * @param tells whether anything can be ascribed to a row: nobody replies to a wait
 */
export function useCountColumns<Row extends Counts>(tells: (row: Row) => boolean = () => true): Column<Row>[] {
  const t = useTranslations('strategies.results');
  const formats = useFormats();
  const share = (id: 'replied' | 'booked' | 'won'): Column<Row> => ({
    id,
    header: t(id),
    align: 'end',
    cell: (row) =>
      tells(row) ? (
        <span className="whitespace-nowrap">
          {formats.number(row[id])} {row.reached > 0 && <span className="text-muted">{formats.percent(row[id] / row.reached)}</span>}
        </span>
      ) : (
        <span className="text-subtle">—</span>
      ),
  });
  return [{ id: 'reached', header: t('reached'), align: 'end', cell: ({ reached }) => formats.number(reached) }, share('replied'), share('booked'), share('won')];
}
