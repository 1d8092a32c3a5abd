'use client';
import { useState } from 'react';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, MultiSelect, Select } from '@loctelli/core/web';
import { hears, pathsOf, pathText } from '../contract.ts';
import { useEventTypes } from './event-picker.tsx';

type Fields = Record<string, string[]>;

/** What of the data is sent: for each type or group that is listed, only the fields named; all of the others. */
export function FieldFilter({ events, value, onChange }: { events: string[]; value: Fields; onChange: (value: Fields) => void }) {
  const t = useTranslations('webhooks.filter');
  const types = useEventTypes();
  const [adding, setAdding] = useState<string | null>(null);
  const heard = types.filter(({ name }) => hears(events, name));
  const groups = [...new Set(heard.map(({ name }) => `${name.slice(0, name.indexOf('.'))}.*`))];
  const offered = [...groups, ...heard.map(({ name }) => name)].filter((pattern) => !(pattern in value));
  const pathsFor = (pattern: string) => {
    const known = heard.filter(({ name }) => hears([pattern], name)).flatMap(({ example }) => pathsOf(example).map(pathText));
    return [...new Set([...known, ...(value[pattern] ?? [])])].sort();
  };
  return (
    <div className="flex flex-col gap-3">
      {Object.entries(value).map(([pattern, paths]) => (
        <div key={pattern} className="flex flex-wrap items-start gap-2 rounded-md border p-3">
          <code dir="ltr" className="min-w-40 pt-1.5 font-mono text-sm">{pattern}</code>
          <MultiSelect
            className="min-w-56 flex-1"
            aria-label={t('fieldsOf', { pattern })}
            placeholder={t('choose')}
            options={pathsFor(pattern).map((path) => ({ value: path, label: path }))}
            value={paths}
            onChange={(next) => onChange({ ...value, [pattern]: next })}
          />
          <Button variant="ghost" size="icon" aria-label={t('remove', { pattern })} onClick={() => onChange(Object.fromEntries(Object.entries(value).filter(([each]) => each !== pattern)))}>
            <Trash2 aria-hidden />
          </Button>
        </div>
      ))}
      {offered.length > 0 && (
        <Select
          aria-label={t('add')}
          placeholder={t('add')}
          className="max-w-72"
          value={adding}
          onChange={(pattern) => {
            onChange({ ...value, [pattern]: [] });
            setAdding(null);
          }}
          options={offered.map((pattern) => ({ value: pattern, label: pattern }))}
        />
      )}
    </div>
  );
}
