'use client';
import { useMemo, useState } from 'react';
import { useTranslations } from 'next-intl';
import { Checkbox, SearchInput, Segmented, useApiQuery } from '@loctelli/core/web';
import type { EventType } from '@loctelli/core';
import { everyEvent } from '../contract.ts';
import { webhooks } from './api.ts';

/** The types there are, fetched once. */
export function useEventTypes(): EventType[] {
  const { data } = useApiQuery(['webhook-event-types'], () => webhooks.getEventTypes());
  return data?.items ?? none;
}
const none: EventType[] = [];

const groupOf = (type: string) => type.slice(0, type.indexOf('.'));

/** Which events an endpoint hears: all, those that begin alike, or one by one. */
export function EventPicker({ value, onChange }: { value: string[]; onChange: (value: string[]) => void }) {
  const t = useTranslations('webhooks.picker');
  const types = useEventTypes();
  const [search, setSearch] = useState('');
  const all = value.includes(everyEvent);
  const groups = useMemo(() => {
    const found = types.filter(({ name }) => name.includes(search.trim().toLowerCase()));
    return [...new Set(found.map(({ name }) => groupOf(name)))].map((group) => ({ group, names: found.filter(({ name }) => groupOf(name) === group).map(({ name }) => name) }));
  }, [types, search]);
  const toggle = (pattern: string, on: boolean) => {
    const isGroup = pattern.endsWith('.*');
    const rest = value.filter((each) => each !== pattern && !(isGroup && on && each.startsWith(pattern.slice(0, -1))));
    onChange(on ? [...rest, pattern] : rest);
  };
  return (
    <div className="flex flex-col gap-3">
      <Segmented label={t('label')} value={all ? 'all' : 'some'} onChange={(next) => onChange(next === 'all' ? [everyEvent] : [])} options={[{ value: 'all', label: t('all') }, { value: 'some', label: t('some') }]} />
      {!all && (
        <div className="rounded-md border">
          <div className="border-b p-2">
            <SearchInput label={t('find')} value={search} onChange={setSearch} />
          </div>
          <ul aria-label={t('label')} className="max-h-72 overflow-y-auto px-3 py-1">
            {groups.map(({ group, names }) => {
              const whole = value.includes(`${group}.*`);
              return (
                <li key={group} className="py-1.5">
                  <Checkbox
                    checked={whole}
                    indeterminate={!whole && names.some((name) => value.includes(name))}
                    onChange={(on) => toggle(`${group}.*`, on)}
                    label={<span dir="ltr" className="font-mono text-sm font-medium">{group}.*</span>}
                    hint={t('group')}
                  />
                  <ul className="ms-6 mt-1 flex flex-col gap-1">
                    {names.map((name) => (
                      <li key={name}>
                        <Checkbox checked={whole || value.includes(name)} disabled={whole} onChange={(on) => toggle(name, on)} label={<span dir="ltr" className="font-mono text-sm">{name}</span>} />
                      </li>
                    ))}
                  </ul>
                </li>
              );
            })}
            {groups.length === 0 && <li className="py-3 text-muted">{t('none')}</li>}
          </ul>
        </div>
      )}
    </div>
  );
}
