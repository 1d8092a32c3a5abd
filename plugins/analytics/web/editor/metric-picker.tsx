'use client';
import { useTranslations } from 'next-intl';
import { Combobox, Field, MultiSelect } from '@loctelli/core/web';
import type { MetricInfo } from '../../contract.ts';

/** One number or several, found by typing; each says which plugin counts it. */
export function MetricPicker({ label, metrics, value, several, onChange, hint }: { label: string; metrics: readonly MetricInfo[]; value: readonly string[]; several?: boolean; onChange: (names: string[]) => void; hint?: string }) {
  const t = useTranslations('analytics.editor');
  const options = metrics.map(({ name, title, pluginName }) => ({ value: name, label: title, hint: pluginName }));
  const about = hint ?? (value.length === 1 ? (metrics.find(({ name }) => name === value[0])?.about ?? undefined) : undefined);
  return (
    <Field label={label} hint={about}>
      {several ? (
        <MultiSelect aria-label={label} options={options} value={value} placeholder={t('choose')} onChange={(names) => onChange([...value.filter((name) => names.includes(name)), ...names.filter((name) => !value.includes(name))].slice(0, 8))} />
      ) : (
        <Combobox aria-label={label} options={options} value={value[0] ?? null} clearable={false} placeholder={t('choose')} onChange={(name) => onChange(name ? [name] : [])} />
      )}
    </Field>
  );
}
