'use client';
import { Trophy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, DataTable } from '@loctelli/core/web';
import { writingKinds, type StrategyResults } from '../../contract.ts';
import { KindIcon } from '../editor/steps/kinds.tsx';
import { variantLetter } from '../editor/steps/variant-name.ts';
import { useCountColumns } from './rates.tsx';

type Step = StrategyResults['steps'][number];
interface Row {
  id: string;
  step: Step;
  /** One wording of the step, below it. */
  variant: Step['variants'][number] | null;
  reached: number;
  replied: number;
  booked: number;
  won: number;
}

/** What each step came to, and each of its wordings below it: which does better is said only once that is sure. */
export function StepResults({ steps }: { steps: readonly Step[] }) {
  const t = useTranslations('strategies.results');
  const kinds = useTranslations('strategies.editor.steps.kinds');
  const variants = useTranslations('strategies.editor.variants');
  const counts = useCountColumns<Row>(({ step }) => (writingKinds as readonly string[]).includes(step.kind));
  const rows = steps.flatMap((step): Row[] => [
    { ...step, id: step.stepId, step, variant: null },
    ...(step.variants.length > 1 ? step.variants.map((variant) => ({ ...variant, id: `${step.stepId}.${variant.id}`, step, variant })) : []),
  ]);
  if (rows.length === 0) return null;
  const nameOf = ({ step, variant }: Row) => (variant ? variant.name || variants('letter', { letter: variantLetter(variant.id) }) : `${step.index + 1}. ${step.name || kinds(step.kind)}`);
  return (
    <section>
      <h2 className="mb-2 font-semibold">{t('perStep')}</h2>
      <DataTable
        label={t('perStep')}
        rows={rows}
        rowId={({ id }) => id}
        rowLabel={nameOf}
        columns={[
          {
            id: 'step',
            header: t('step'),
            card: 'title',
            cell: (row) =>
              row.variant ? (
                <span className="flex items-center gap-2 ps-6 font-normal">
                  {nameOf(row)}
                  {row.variant.lead && (
                    <span title={t('leadHint')}>
                      <Badge tone="success">
                        <Trophy aria-hidden className="me-1 inline size-3" />
                        {t('lead')}
                      </Badge>
                    </span>
                  )}
                </span>
              ) : (
                <span className="flex min-w-0 flex-wrap items-center gap-x-2">
                  <KindIcon kind={row.step.kind} />
                  <span className="max-w-72 truncate">{nameOf(row)}</span>
                  {row.step.variants.length > 1 && !row.step.variants.some(({ lead }) => lead) && <span className="text-sm font-normal text-muted">{t(row.step.enough ? 'noLead' : 'notEnough')}</span>}
                </span>
              ),
          },
          ...counts,
        ]}
      />
    </section>
  );
}
