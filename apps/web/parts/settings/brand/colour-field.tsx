'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'next-intl';
import { Field, Input } from '@loctelli/core/web';
import { suggestedColours } from '../../../../../core/web/theme/suggestions.ts';
import { Reset } from './reset.tsx';
import type { BrandDraft } from './use-brand-draft.ts';

const isHex = (text: string) => /^#[0-9a-f]{6}$/i.test(text);

/** The one colour: picked, typed or chosen. */
export function ColourField({ draft }: { draft: BrandDraft }) {
  const t = useTranslations('core.brand');
  const { look, set } = draft;
  const [typed, setTyped] = useState(look.colour);
  useEffect(() => setTyped(look.colour), [look.colour]);
  const choose = (colour: string) => set({ colour: colour.toLowerCase() });
  const type = (text: string) => {
    const colour = text.startsWith('#') ? text : `#${text}`;
    setTyped(text);
    if (isHex(colour)) choose(colour);
  };
  const wrong = !isHex(typed.startsWith('#') ? typed : `#${typed}`);
  return (
    <div className="flex flex-col gap-2.5">
      <Field label={t('tokens.colour')} hint={t('hints.colour')} error={wrong ? t('colourWrong') : undefined} aside={<Reset draft={draft} field="colour" />}>
        <span className="flex gap-2">
          <input
            type="color"
            value={isHex(look.colour) ? look.colour : undefined}
            aria-label={t('pickColour')}
            onChange={(event) => choose(event.target.value)}
            className="h-control w-14 shrink-0 cursor-pointer rounded-md border border-line-strong bg-surface p-1"
          />
          <Input value={typed} dir="ltr" spellCheck={false} maxLength={7} onChange={(event) => type(event.target.value.trim())} onBlur={() => setTyped(look.colour)} className="font-mono" />
        </span>
      </Field>
      <div role="group" aria-label={t('suggestions')} className="flex flex-wrap gap-1.5">
        {suggestedColours.map((colour) => (
          <button
            key={colour}
            type="button"
            onClick={() => choose(colour)}
            aria-label={colour}
            aria-pressed={look.colour === colour}
            className="size-7 rounded-full border-2 border-surface ring-1 ring-line-strong aria-pressed:ring-2 aria-pressed:ring-fg"
            style={{ background: colour }}
          />
        ))}
      </div>
    </div>
  );
}
