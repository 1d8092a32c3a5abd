'use client';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import type { PluginSettings, SettingSchema } from '@loctelli/core';
import { Combobox, FormField, Input, Select, Switch, Textarea, useFormats } from '@loctelli/core/web';

interface Props {
  pluginId: string;
  name: string;
  schema: SettingSchema;
  settings: PluginSettings;
  onReset: () => void;
}

/** The control that fits a setting's schema, with the plugin's own words where it has them. */
export function SettingField({ pluginId, name, schema, settings, onReset }: Props) {
  const t = useTranslations('core.settings');
  const all = useTranslations();
  const formats = useFormats();
  const options = useOptions(pluginId, name, schema);
  const say = (part: 'label' | 'hint', otherwise?: string) => (all.has(`${pluginId}.settings.${name}.${part}`) ? all(`${pluginId}.settings.${name}.${part}`) : otherwise);
  const label = say('label', schema.title) ?? name;
  const isSet = settings.secrets.includes(name);
  const standard = standardOf(schema, { on: t('on'), off: t('off'), number: formats.number, options });
  const chosen = settings.chosen.includes(name) || isSet;
  const hint = (
    <>
      {say('hint', schema.description)} {schema.type === 'array' && t('listHint')} {standard !== null && chosen && t('settingDefault', { value: standard })}
    </>
  );
  const aside = chosen && (
    <button type="button" onClick={onReset} className="rounded-sm text-accent-text underline-offset-4 hover:underline">
      {t(schema.writeOnly ? 'secretRemove' : 'settingReset')}
    </button>
  );
  const common = { name, label, hint, aside };
  if (schema.type === 'boolean')
    return (
      <FormField {...common} hideLabel hint={undefined}>
        {({ value, onChange }) => <Switch checked={value === true} onChange={onChange} label={label} hint={hint} />}
      </FormField>
    );
  if (options.length > 12)
    return (
      <FormField {...common}>
        {({ value, onChange }) => <Combobox options={options} value={(value as string) || null} onChange={(next) => onChange(next ?? '')} placeholder={t('noChoice')} clearable />}
      </FormField>
    );
  if (options.length > 0)
    return (
      <FormField {...common}>
        {({ value, onChange }) => <Select options={options} value={(value as string) || null} onChange={onChange} placeholder={t('noChoice')} />}
      </FormField>
    );
  if (schema.type === 'array')
    return (
      <FormField {...common}>
        <Textarea rows={4} />
      </FormField>
    );
  if (schema.type === 'integer' || schema.type === 'number')
    return (
      <FormField {...common}>
        <Input type="number" inputMode={schema.type === 'integer' ? 'numeric' : 'decimal'} min={schema.minimum} max={schema.maximum} step={schema.type === 'integer' ? 1 : 'any'} className="max-w-40" />
      </FormField>
    );
  if (schema.writeOnly) return <FormField {...common} type="password" autoComplete="off" placeholder={isSet ? t('secretSet') : t('secretEmpty')} />;
  const type = ({ email: 'email', uri: 'url', time: 'time', color: 'color', date: 'date' } as Record<string, string>)[schema.format ?? ''] ?? 'text';
  return (
    <FormField {...common}>
      <Input type={type} maxLength={schema.maxLength} autoComplete="off" className={type === 'color' || type === 'time' ? 'max-w-40' : undefined} />
    </FormField>
  );
}

/** The choices of a list, in words: the plugin's, a currency's name, or the value itself. */
function useOptions(pluginId: string, name: string, schema: SettingSchema): { value: string; label: string }[] {
  const all = useTranslations();
  const locale = useLocale();
  return useMemo(() => {
    const currencies = schema.format === 'currency' ? new Intl.DisplayNames(locale, { type: 'currency' }) : null;
    return (schema.enum ?? []).map((choice) => {
      const value = String(choice);
      const key = `${pluginId}.settings.${name}.options.${value}`;
      return { value, label: currencies ? `${value} · ${currencies.of(value) ?? value}` : all.has(key) ? all(key) : value };
    });
  }, [all, locale, name, pluginId, schema]);
}

function standardOf(schema: SettingSchema, words: { on: string; off: string; number: (value: number) => string; options: { value: string; label: string }[] }): string | null {
  const value = schema.default;
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? words.on : words.off;
  if (typeof value === 'number') return words.number(value);
  if (Array.isArray(value)) return value.join(', ');
  return words.options.find((option) => option.value === value)?.label ?? String(value);
}
