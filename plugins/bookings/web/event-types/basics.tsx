'use client';
import { useTranslations } from 'next-intl';
import { Card, Checkbox, cn, FormField, Input, Select, Textarea, useFormValues } from '@loctelli/core/web';
import type { LocationKind } from '../../contract.ts';
import { colourOf } from '../colour.tsx';
import { slugOf } from './form-values.ts';
import { LengthsField } from './lengths-field.tsx';

const locations = ['phone', 'link', 'address', 'guest-address', 'other'] as const satisfies readonly LocationKind[];
/** Where booking pages lie on the tenant's host. */
const page = '/book/';
const usualLengths = [15, 30, 45, 60, 90];

/** What it is called, how long it takes and where it happens. */
export function Basics({ slugFixed }: { slugFixed: boolean }) {
  const t = useTranslations('bookings');
  const [title, kind] = useFormValues(['title', 'locationKind']) as [string, LocationKind];
  const optional = t('words.optional');
  return (
    <Card title={t('editor.basics')}>
      <div className="flex flex-col gap-4">
        <FormField name="title" label={t('editor.title')} autoFocus={!slugFixed} autoComplete="off" />
        <FormField name="slug" label={t('editor.slug')} hint={t('editor.slugHint')} optional={slugFixed ? undefined : optional}>
          {({ value, onChange, onBlur }) => (
            <span dir="ltr" className="flex items-center gap-1.5">
              <span className="shrink-0 text-muted">{page}</span>
              <Input aria-label={t('editor.slug')} value={(value as string | undefined) ?? ''} placeholder={slugOf(title ?? '')} onBlur={onBlur} onChange={(event) => onChange(event.target.value)} />
            </span>
          )}
        </FormField>
        <FormField name="description" label={t('editor.description')} optional={optional} hint={t('editor.descriptionHint')}>
          <Textarea rows={3} />
        </FormField>
        <FormField name="lengths" label={t('editor.lengths')} hint={t('editor.lengthsHint')}>
          {({ value, onChange }) => <LengthsField label={t('editor.lengths')} value={value as number[]} onChange={onChange} usual={usualLengths} min={5} max={1440} most={10} />}
        </FormField>
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="locationKind" label={t('editor.where')}>
            {({ value, onChange }) => <Select value={value as LocationKind} onChange={onChange} options={locations.map((each) => ({ value: each, label: t(`locations.${each}`) }))} />}
          </FormField>
          {(kind === 'address' || kind === 'link') && <FormField name="locationValue" label={t(`editor.whereValue.${kind}`)} type={kind === 'link' ? 'url' : 'text'} />}
        </div>
        <FormField name="colour" label={t('editor.colour')}>
          {({ value, onChange }) => (
            <div role="radiogroup" aria-label={t('editor.colour')} className="flex flex-wrap gap-2">
              {Array.from({ length: 8 }, (_, colour) => (
                <button
                  key={colour}
                  type="button"
                  role="radio"
                  aria-checked={value === colour}
                  aria-label={t('editor.colourNumber', { number: colour + 1 })}
                  onClick={() => onChange(colour)}
                  className={cn('size-8 rounded-full border-2 border-surface outline-offset-1', value === colour && 'outline-2 outline-fg')}
                  style={{ background: colourOf(colour) }}
                />
              ))}
            </div>
          )}
        </FormField>
        <FormField name="listed" label={t('editor.listed')} hideLabel>
          {({ value, onChange }) => <Checkbox checked={value === true} onChange={onChange} label={t('editor.listed')} hint={t('editor.listedHint')} />}
        </FormField>
      </div>
    </Card>
  );
}
