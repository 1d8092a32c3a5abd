'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, cn, Dialog, useFormats } from '@loctelli/core/web';
import { useFactText } from '../use-fact-text.ts';
import type { Merge, Overlap } from './three-way.ts';

export type Choices = Record<string, 'mine' | 'theirs'>;
interface Props {
  merge: Merge;
  currency: string | null;
  /** Null: nothing is saved. */
  onDone: (choices: Choices | null) => void;
}

/** Two people changed the same fields: for each, one of the two values is chosen. Nothing is chosen beforehand. */
export function ConflictDialog({ merge: { change, overlaps }, currency, onDone }: Props) {
  const t = useTranslations('clients.conflict');
  const formats = useFormats();
  const { label } = useFactText();
  const [choices, setChoices] = useState<Choices>({});
  const others = Object.keys(change);
  const open = overlaps.filter(({ field }) => !choices[field]).length;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && onDone(null)}
      title={t('title')}
      description={t('text', { count: overlaps.length })}
      footer={
        <>
          <Button onClick={() => onDone(null)}>{t('cancel')}</Button>
          <Button variant="primary" disabled={open > 0} onClick={() => onDone(choices)}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        {overlaps.map((overlap) => (
          <Choice
            key={overlap.field}
            overlap={overlap}
            currency={currency}
            chosen={choices[overlap.field]}
            onChoose={(whose) => setChoices((before) => ({ ...before, [overlap.field]: whose }))}
          />
        ))}
        {others.length > 0 && <p className="text-sm text-muted">{t('others', { fields: formats.list(others.map(label)) })}</p>}
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  overlap: Overlap;
  currency: string | null;
  chosen: 'mine' | 'theirs' | undefined;
  onChoose: (whose: 'mine' | 'theirs') => void;
}

function Choice({ overlap, currency, chosen, onChoose }: ChoiceProps) {
  const t = useTranslations('clients.conflict');
  const { label, text } = useFactText();
  const read = (value: unknown) => text(overlap.field, value, currency);
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 flex w-full flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-medium">{label(overlap.field)}</span>
        <span className="text-sm text-muted">{t('before', { value: read(overlap.base) || t('empty') })}</span>
      </legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {(['theirs', 'mine'] as const).map((whose) => (
          <label
            key={whose}
            className={cn(
              'flex min-w-0 cursor-pointer items-start gap-2.5 rounded-md border border-line-strong bg-surface px-3 py-2.5 transition-colors duration-150 hover:bg-hover',
              'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
              chosen === whose && 'border-accent bg-accent-soft text-on-accent-soft hover:bg-accent-soft',
            )}
          >
            <input type="radio" name={overlap.field} value={whose} checked={chosen === whose} onChange={() => onChoose(whose)} className="mt-1 accent-accent" />
            <span className="min-w-0">
              <span className="block text-xs">{t(whose)}</span>
              <bdi className="block font-medium break-words">{read(overlap[whose]) || t('empty')}</bdi>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
