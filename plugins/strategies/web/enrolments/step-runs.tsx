'use client';
import { useTranslations } from 'next-intl';
import { Badge, Link, useFormats, type Tone } from '@loctelli/core/web';
import type { StepRun } from '../../contract.ts';
import { KindIcon } from '../editor/steps/kinds.tsx';
import { variantLetter } from '../editor/steps/variant-name.ts';

const tones: Partial<Record<StepRun['status'], Tone>> = { skipped: 'warning', failed: 'danger', waiting: 'info' };
/** Where the text is a step's id, the words say all there is. */
const wordless = ['then', 'otherwise', 'no-way'];

/** The steps of an enrolment as they were carried out, oldest first. */
export function StepRuns({ runs }: { runs: readonly StepRun[] }) {
  const t = useTranslations('strategies.enrolments');
  const kinds = useTranslations('strategies.editor.steps.kinds');
  const done = useTranslations('strategies.done');
  const formats = useFormats();
  return (
    <ol aria-label={t('runs')}>
      {runs.map((run) => {
        const at = run.doneAt ?? run.dueAt;
        const waited = run.what === 'waits' && run.text !== null;
        return (
          <li key={run.id} className="group relative flex gap-3 pb-5 last:pb-0">
            <span aria-hidden className="absolute start-[13px] top-7 bottom-0 w-px bg-line group-last:hidden" />
            <span aria-hidden className="grid size-7 shrink-0 place-items-center rounded-full border bg-surface">
              <KindIcon kind={run.kind} className="size-3.5 text-muted" />
            </span>
            <div className="min-w-0 flex-1 pt-0.5">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <span className="font-medium">{run.name || kinds(run.kind)}</span>
                {run.variant && <Badge>{t('variant', { letter: variantLetter(run.variant) })}</Badge>}
                {tones[run.status] && <Badge tone={tones[run.status]}>{t(`runStates.${run.status}`)}</Badge>}
                {run.replied && <Badge tone="success">{t('gotReply')}</Badge>}
              </p>
              <p className="text-sm text-muted">
                {done.has(run.what) ? done(run.what, { text: run.text ?? '' }) : run.what} · <time dateTime={at}>{formats.dateTime(at)}</time>
              </p>
              {waited && <p className="text-sm text-muted">{t('waitedUntil', { when: formats.dateTime(run.text!) })}</p>}
              {run.text && !waited && !wordless.includes(run.what) && run.what !== 'way' && (
                <p dir="auto" className="mt-1 line-clamp-6 rounded-md bg-sunken px-3 py-2 break-words whitespace-pre-wrap">
                  {run.text}
                </p>
              )}
              {run.href && run.status !== 'skipped' && (
                <Link href={run.href} className="inline-flex min-h-6 items-center text-sm text-accent-text hover:underline">
                  {t('seeIt')}
                </Link>
              )}
              {run.error && <p className="mt-1 text-sm text-danger-text">{run.error}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
