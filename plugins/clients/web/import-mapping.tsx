'use client';
import { useTranslations } from 'next-intl';
import { Select, useApiQuery } from '@loctelli/core/web';
import type { ClientImport, ImportTarget } from '../contract.ts';
import { clients } from './api.ts';

const leaveOut = '-';
// prettier-ignore
const targets = ['name', 'firstName', 'middleName', 'lastName', 'email', 'phone', 'company', 'position', 'zone', 'status', 'source', 'value', 'currency', 'owner', 'tags', 'note', 'createdAt'] as const;

interface Props {
  run: ClientImport;
  mapping: (ImportTarget | null)[];
  onChange: (mapping: (ImportTarget | null)[]) => void;
}

/** Each column with what stands in it, and the field it goes to. */
export function ImportMapping({ run, mapping, onChange }: Props) {
  const t = useTranslations('clients');
  const { data: custom } = useApiQuery(['client-fields'], () => clients.getFields());
  const options = [
    { value: leaveOut, label: t('import.leaveOut') },
    ...targets.map((target) => ({ value: target as string, label: t(`fields.${target}`) })),
    ...(custom?.items ?? []).map(({ key, label }) => ({ value: `custom:${key}`, label })),
  ];
  const choose = (index: number, value: string) =>
    onChange(mapping.map((target, at) => (at === index ? (value === leaveOut ? null : (value as ImportTarget)) : target)));
  return (
    <ul className="grid gap-3">
      {run.columns.map((column, index) => (
        <li key={index} className="grid grid-cols-2 items-center gap-3">
          <span className="min-w-0">
            <span className="block truncate font-medium">
              <bdi>{column}</bdi>
            </span>
            <span className="block truncate text-xs text-muted">
              <bdi>{run.sample.map((row) => row[index]).find(Boolean) ?? t('import.emptyColumn')}</bdi>
            </span>
          </span>
          <Select
            aria-label={t('import.goesTo', { column })}
            value={mapping[index] ?? leaveOut}
            onChange={(value) => choose(index, value)}
            options={options}
            className={mapping[index] ? undefined : 'text-muted'}
          />
        </li>
      ))}
    </ul>
  );
}
