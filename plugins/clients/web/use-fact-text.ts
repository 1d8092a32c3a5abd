'use client';
import { useMemo } from 'react';
import { useTranslations } from 'next-intl';
import { useFormats } from '@loctelli/core/web';
import { useOwners } from './use-owners.ts';
import { useClientFields, useLostReasons, usePipelines } from './use-set-up.ts';

interface FactText {
  label: (field: string) => string;
  /** Empty for nothing. */
  text: (field: string, value: unknown, currency?: string | null) => string;
}

/** How a client's fields are called and read, the tenant's own ones included. */
export function useFactText(): FactText {
  const t = useTranslations('clients');
  const formats = useFormats();
  const own = useClientFields();
  const owners = useOwners();
  const { stages } = usePipelines();
  const reasons = useLostReasons();
  return useMemo(() => {
    const ownField = (field: string) => (field.startsWith('custom:') ? own.find(({ key }) => key === field.slice(7)) : undefined);
    const label = (field: string) => {
      if (field.startsWith('custom:')) return ownField(field)?.label ?? t('fields.customFields');
      return t.has(`fields.${field}` as never) ? t(`fields.${field}` as never) : field;
    };
    const text = (field: string, value: unknown, currency?: string | null): string => {
      if (value === null || value === undefined || value === '') return '';
      if (Array.isArray(value)) return formats.list(value.map(String));
      if (typeof value === 'boolean') return value ? t('form.yes') : t('form.no');
      if (field === 'status') return t(`status.${value as 'lead'}`);
      if (field === 'ownerId') return owners.find((owner) => owner.value === String(value))?.label ?? `#${String(value)}`;
      if (field === 'stageId') return stages.get(Number(value))?.name ?? `#${String(value)}`;
      if (field === 'lostReasonId') return reasons.find(({ id }) => id === value)?.label ?? `#${String(value)}`;
      const type = ownField(field)?.type;
      if (field === 'value' || type === 'money') return currency ? formats.money(Number(value), currency) : formats.number(Number(value));
      if (typeof value === 'number') return formats.number(value);
      // A day is a day everywhere: noon keeps it from slipping into its neighbour by a zone.
      return type === 'date' ? formats.date(`${String(value)}T12:00:00Z`) : String(value);
    };
    return { label, text };
  }, [t, formats, own, owners, stages, reasons]);
}
