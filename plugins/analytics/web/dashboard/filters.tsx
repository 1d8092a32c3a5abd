'use client';
import { useMemo } from 'react';
import { useTranslations } from 'next-intl';
import { FilterBar, type FilterCondition, type FilterField } from '@loctelli/core/web';
import type { Filter, MetricInfo } from '../../contract.ts';
import { useDimensionValues } from '../data/use-analytics.ts';

/** Stands for "none": no value of a dimension is this text. */
const none = '\u2205';

interface Props {
  /** The metrics in question; what any of them can be filtered by is offered. */
  metrics: readonly MetricInfo[];
  value: Filter;
  onChange: (filter: Filter) => void;
}

/** Filters by the dimensions of metrics. */
export function Filters({ metrics, value, onChange }: Props) {
  const t = useTranslations('analytics.public.tile');
  const titles = useMemo(() => new Map(metrics.flatMap(({ dimensions }) => dimensions.map(({ name, title }) => [name, title] as const))), [metrics]);
  const { data: values } = useDimensionValues([...titles.keys()]);
  const fields = [...titles].map(
    ([id, label]): FilterField => ({
      id,
      label,
      type: 'select',
      operators: ['anyOf'],
      options: (values?.[id] ?? []).map(({ key, label }) => ({ value: key ?? none, label: label ?? t('none') })),
    }),
  );
  const conditions = Object.entries(value).map(([field, keys]): FilterCondition => ({ field, operator: 'anyOf', value: keys.map((key) => key ?? none) }));
  if (fields.length === 0) return null;
  return <FilterBar fields={fields} value={conditions} onChange={(next) => onChange(filterOf(next))} />;
}

const filterOf = (conditions: readonly FilterCondition[]): Filter =>
  Object.fromEntries(conditions.flatMap(({ field, value }) => (Array.isArray(value) && value.length ? [[field, value.map((key) => (key === none ? null : String(key)))]] : [])));
