'use client';
import { Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { cn } from './cn.ts';

export interface StepperProps {
  steps: { id: string; label: string }[];
  current: string;
  /** Steps that are done may be gone back to. */
  onBack?: (id: string) => void;
  label: string;
}

/** Where one is in something that takes several steps. */
export function Stepper({ steps, current, onBack, label }: StepperProps) {
  const t = useTranslations('core.kit');
  const at = steps.findIndex((step) => step.id === current);
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {steps.map((step, index) => {
          const done = index < at;
          const sign = (
            <span className={cn('grid size-6 shrink-0 place-items-center rounded-full border text-xs font-medium tabular-nums', done ? 'border-accent bg-accent text-on-accent' : index === at ? 'border-accent text-accent-text' : 'border-line-strong text-muted')}>
              {done ? <Check aria-hidden className="size-3.5" strokeWidth={3} /> : index + 1}
            </span>
          );
          const content = (
            <>
              {sign}
              <span className={cn(index === at ? 'font-medium' : 'text-muted')}>{step.label}</span>
              {done && <span className="sr-only">{t('done')}</span>}
            </>
          );
          return (
            <li key={step.id} aria-current={index === at ? 'step' : undefined} className="flex items-center gap-3">
              {index > 0 && <span aria-hidden className="h-px w-6 bg-line-strong/60 max-sm:hidden" />}
              {done && onBack ? (
                <button type="button" className="flex items-center gap-2 rounded-sm hover:underline" onClick={() => onBack(step.id)}>
                  {content}
                </button>
              ) : (
                <span className="flex items-center gap-2">{content}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
