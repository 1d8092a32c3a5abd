'use client';
import { useState } from 'react';
import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, NumberInput, Tabs, toast, useFormats } from '@loctelli/core/web';
import type { Variant } from '../../../contract.ts';
import { useAt, useWanted } from '../draft-context.tsx';
import type { Path } from '../draft-store.ts';
import { LineAt, LiquidAt } from '../fields.tsx';
import { FaultMark } from '../section.tsx';
import { variantLetter } from './variant-name.ts';

const letters = ['a', 'b', 'c', 'd', 'e'];

/** Wordings of a step: one, or several that are tried against each other as often as their weights say. */
export function Variants({ path, withSubject }: { path: Path; withSubject: boolean }) {
  const t = useTranslations('strategies.editor.variants');
  const ui = useTranslations('core.ui');
  const { value: variants, set, error, readOnly } = useAt<Variant[]>(path);
  const [chosen, setChosen] = useState(variants[0]!.id);
  useWanted(path, (wanted) => {
    const variant = variants[Number(wanted.slice(path.length + 1).split('.')[0])];
    if (variant) setChosen(variant.id);
  });
  const current = variants.some(({ id }) => id === chosen) ? chosen : variants[0]!.id;
  const add = () => {
    const id = letters.find((letter) => !variants.some((each) => each.id === letter)) ?? `v${Date.now().toString(36).slice(-8)}`;
    const like = variants.at(-1)!;
    set([...variants, { ...like, id, name: '' }]);
    setChosen(id);
  };
  const remove = (variant: Variant) => {
    set(variants.filter(({ id }) => id !== variant.id));
    toast.show(t('removed', { name: nameOf(variant) }), { undo: { label: ui('undo'), run: () => set(variants) } });
  };
  const nameOf = ({ id, name }: Variant) => name || t('letter', { letter: variantLetter(id) });
  const addButton = !readOnly && variants.length < 5 && (
    <Button size="sm" variant="ghost" className="self-start" onClick={add}>
      <Plus aria-hidden />
      {t('add')}
    </Button>
  );
  if (variants.length === 1)
    return (
      <>
        <Wording path={`${path}.0`} withSubject={withSubject} />
        {error && <p className="text-sm text-danger-text">{error}</p>}
        {addButton}
      </>
    );
  return (
    <div role="group" aria-label={t('title')} className="flex flex-col gap-3">
      <Tabs
        label={t('title')}
        value={current}
        onChange={setChosen}
        tabs={variants.map((variant, index) => ({
          id: variant.id,
          label: (
            <>
              {nameOf(variant)}
              <FaultMark path={`${path}.${index}`} />
            </>
          ),
          content: (
            <div className="-mt-1 flex flex-col gap-4">
              <div className="flex flex-wrap items-end gap-3">
                <LineAt path={`${path}.${index}.name`} label={t('name')} placeholder={t('letter', { letter: variantLetter(variant.id) })} className="min-w-40 flex-1" />
                {!readOnly && (
                  <Button variant="ghost" onClick={() => remove(variant)}>
                    <X aria-hidden />
                    {t('remove')}
                  </Button>
                )}
              </div>
              <Wording path={`${path}.${index}`} withSubject={withSubject} />
            </div>
          ),
        }))}
      />
      <Weights path={path} nameOf={nameOf} />
      {error && <p className="text-sm text-danger-text">{error}</p>}
      {addButton}
    </div>
  );
}

function Wording({ path, withSubject }: { path: Path; withSubject: boolean }) {
  const t = useTranslations('strategies.editor.variants');
  return (
    <>
      {withSubject && <LiquidAt path={`${path}.subject`} label={t('subject')} rows={1} />}
      <LiquidAt path={`${path}.body`} label={t('body')} rows={6} />
    </>
  );
}

/** How often each is sent, as weights and as what they come to. */
function Weights({ path, nameOf }: { path: Path; nameOf: (variant: Variant) => string }) {
  const t = useTranslations('strategies.editor.variants');
  const formats = useFormats();
  const { value: variants, set, readOnly } = useAt<Variant[]>(path);
  const sum = variants.reduce((total, { weight }) => total + weight, 0);
  return (
    <fieldset className="rounded-md bg-sunken p-3">
      <legend className="sr-only">{t('weights')}</legend>
      <p aria-hidden className="mb-2 text-sm font-medium">
        {t('weights')}
      </p>
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {variants.map((variant, index) => (
          <label key={variant.id} className="flex items-center gap-2 text-sm">
            <span className="max-w-32 truncate">{nameOf(variant)}</span>
            <span className="w-18">
              <NumberInput
                aria-label={t('weightOf', { name: nameOf(variant) })}
                decimals={0}
                min={0}
                max={100}
                disabled={readOnly}
                value={variant.weight}
                onChange={(weight) => weight !== null && set(variants.map((each, at) => (at === index ? { ...each, weight } : each)))}
              />
            </span>
            <span className="w-12 text-muted tabular-nums">{sum > 0 ? formats.percent(variant.weight / sum) : '—'}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
