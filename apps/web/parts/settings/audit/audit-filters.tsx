'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Combobox, coreApi, DateRangePicker, Input, useApiQuery, useCan } from '@loctelli/core/web';
import type { AuditWords } from './audit-words.ts';
import type { Filter } from './use-audit-filter.ts';

/** Person, action, subject, record and days. */
export function AuditFilters({ filter, onChange, words }: { filter: Filter; onChange: (change: Partial<Filter>) => void; words: AuditWords }) {
  const t = useTranslations('core.audit');
  const facets = useApiQuery(['audit', 'facets'], () => coreApi.audit.getFacets());
  const actions = [...new Set([...(filter.action ? [filter.action] : []), ...(facets.data?.actions ?? [])])];
  const subjects = [...new Set([...(filter.subject ? [filter.subject] : []), ...(facets.data?.subjects ?? [])])];
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <div className="mb-3 grid grid-cols-2 gap-2 sm:flex sm:flex-wrap sm:items-center">
      <PersonFilter value={filter.actorId} onChange={(actorId) => onChange({ actorId })} />
      <Combobox
        aria-label={t('action')}
        placeholder={t('anyAction')}
        className="sm:w-52"
        options={actions.map((action) => ({ value: action, label: words.action(action), hint: action }))}
        value={filter.action || null}
        onChange={(action) => onChange({ action: action ?? '' })}
      />
      <Combobox
        aria-label={t('subject')}
        placeholder={t('anySubject')}
        className="sm:w-40"
        options={subjects.map((subject) => ({ value: subject, label: words.subject(subject) }))}
        value={filter.subject || null}
        onChange={(subject) => onChange({ subject: subject ?? '' })}
      />
      <RecordFilter key={filter.subjectId} value={filter.subjectId} onChange={(subjectId) => onChange({ subjectId })} />
      <DateRangePicker
        label={t('when')}
        placeholder={t('anyTime')}
        value={filter.from || filter.to ? { from: filter.from || null, to: filter.to || null } : null}
        onChange={(range) => onChange({ from: range?.from ?? '', to: range?.to ?? '' })}
        className="max-sm:col-span-2 max-sm:w-full"
      />
      {isFiltered && (
        <Button variant="ghost" onClick={() => onChange({ actorId: '', action: '', subject: '', subjectId: '', from: '', to: '' })}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

function PersonFilter({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useTranslations('core.audit');
  const mayRead = useCan('users.read');
  const [search, setSearch] = useState('');
  const people = useApiQuery(['users', 'audit', search], () => coreApi.users.getUsers({ search: search || undefined, limit: 20 }), { keep: true, enabled: Boolean(mayRead) });
  const chosen = useApiQuery(['users', Number(value)], () => coreApi.users.getUser(Number(value)), { enabled: Boolean(mayRead) && value !== '' });
  if (!mayRead) return null;
  const listed = people.data?.items ?? [];
  const persons = chosen.data && !listed.some(({ id }) => id === chosen.data.id) ? [chosen.data, ...listed] : listed;
  return (
    <Combobox
      aria-label={t('person')}
      placeholder={t('anyPerson')}
      className="sm:w-44"
      options={persons.map(({ id, name, email }) => ({ value: String(id), label: name, hint: email }))}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
      onSearch={setSearch}
      loading={people.isFetching}
    />
  );
}

function RecordFilter({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useTranslations('core.audit');
  const [text, setText] = useState(value);
  const commit = () => text.trim() !== value && onChange(text.trim());
  return (
    <Input
      aria-label={t('recordId')}
      placeholder={t('recordId')}
      className="sm:w-32"
      dir="ltr"
      autoComplete="off"
      maxLength={80}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
