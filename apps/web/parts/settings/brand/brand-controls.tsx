'use client';
import { useTranslations } from 'next-intl';
import { densities, fonts, headingWeights, sidebars, tints, buttonShapes } from '@loctelli/core';
import { Card, Field, Input, Select, Textarea } from '@loctelli/core/web';
import { fontNames, fontStacks } from '../../../../../core/web/theme/fonts.ts';
import type { OfferedWords } from './brand-settings.tsx';
import { Choice } from './choice.tsx';
import { ColourField } from './colour-field.tsx';
import { PictureField } from './picture-field.tsx';
import { Reset } from './reset.tsx';
import type { BrandDraft } from './use-brand-draft.ts';
import { WordingFields } from './wording-fields.tsx';

const sender = 'Summit <hello@summit.example>';

/** Everything that makes a brand, from what is seen first to what is seen last. */
export function BrandControls({ draft, words }: { draft: BrandDraft; words: OfferedWords }) {
  const t = useTranslations('core.brand');
  const { look, tokens, set } = draft;
  const choices = (field: string, values: readonly string[]) => values.map((value) => ({ value, label: t(`choices.${field}.${value}`) }));
  const pick = (field: 'tint' | 'sidebar' | 'buttons' | 'density' | 'headings', values: readonly string[]) => (
    <Choice label={t(`tokens.${field}`)} aside={<Reset draft={draft} field={field} />} options={choices(field, values)} value={look[field]} onChange={(value) => set({ [field]: value })} />
  );
  const text = (field: 'name' | 'tagline' | 'mailSender', max: number) => (
    <Field label={t(`tokens.${field}`)} hint={t(`hints.${field}`, { example: sender })} aside={<Reset draft={draft} field={field} />}>
      {field === 'tagline' ? (
        <Textarea rows={2} maxLength={max} value={tokens[field] ?? ''} placeholder={look[field] ?? undefined} onChange={(event) => set({ [field]: event.target.value || undefined })} />
      ) : (
        <Input maxLength={max} value={tokens[field] ?? ''} placeholder={look[field]} onChange={(event) => set({ [field]: event.target.value || undefined })} />
      )}
    </Field>
  );
  return (
    <div className="flex flex-col gap-4">
      <Part title={t('parts.identity')}>
        {text('name', 60)}
        {text('tagline', 160)}
        <PictureField draft={draft} kind="logo" />
        <PictureField draft={draft} kind="logoDark" />
        <PictureField draft={draft} kind="favicon" />
      </Part>
      <Part title={t('parts.colour')}>
        <ColourField draft={draft} />
        {pick('tint', tints)}
        {pick('sidebar', sidebars)}
      </Part>
      <Part title={t('parts.shape')}>
        <Field label={t('tokens.radius')} aside={<Reset draft={draft} field="radius" />}>
          <span className="flex items-center gap-3">
            <input
              type="range"
              min={0}
              max={20}
              value={look.radius}
              aria-label={t('tokens.radius')}
              aria-valuetext={t('pixels', { count: look.radius })}
              onChange={(event) => set({ radius: Number(event.target.value) })}
              className="h-control min-w-0 flex-1 accent-(--accent)"
            />
            <output className="w-14 text-end text-muted tabular-nums">{t('pixels', { count: look.radius })}</output>
          </span>
        </Field>
        {pick('buttons', buttonShapes)}
        {pick('density', densities)}
      </Part>
      <Part title={t('parts.type')}>
        <Field label={t('tokens.font')} aside={<Reset draft={draft} field="font" />}>
          <Select
            options={fonts.map((font) => ({ value: font, label: font === 'system' ? t('fontSystem') : fontNames[font], icon: <Sample font={font} /> }))}
            value={look.font}
            onChange={(font) => set({ font })}
          />
        </Field>
        {pick('headings', headingWeights)}
      </Part>
      <Part title={t('parts.mail')}>
        {text('mailSender', 100)}
        {(['privacy', 'terms', 'support'] as const).map((name) => (
          <LinkField key={name} draft={draft} name={name} />
        ))}
      </Part>
      <Part title={t('parts.wording')} text={t('wordingText')}>
        <WordingFields draft={draft} words={words} />
      </Part>
    </div>
  );
}

function Part({ title, text, children }: { title: string; text?: string; children: React.ReactNode }) {
  return (
    <Card title={title} description={text}>
      <div className="flex flex-col gap-5">{children}</div>
    </Card>
  );
}

const Sample = ({ font }: { font: (typeof fonts)[number] }) => (
  <span aria-hidden className="w-7 shrink-0 text-lg" style={{ fontFamily: fontStacks[font] }}>
    {'Ag'}
  </span>
);

function LinkField({ draft: { tokens, look, set }, name }: { draft: BrandDraft; name: 'privacy' | 'terms' | 'support' }) {
  const t = useTranslations('core.brand');
  const validation = useTranslations('core.validation');
  const value = tokens.links?.[name] ?? '';
  const isLink = value === '' || /^https?:\/\/[^\s/]+\.[^\s]+$/.test(value);
  const change = (next: string) => {
    const { [name]: _old, ...others } = tokens.links ?? {};
    const links = next ? { ...others, [name]: next } : others;
    set({ links: Object.keys(links).length > 0 ? links : undefined });
  };
  return (
    <Field label={t(`links.${name}`)} error={isLink ? undefined : validation('format.url')}>
      <Input type="url" inputMode="url" value={value} placeholder={look.links[name] ?? 'https://'} onChange={(event) => change(event.target.value.trim())} />
    </Field>
  );
}
