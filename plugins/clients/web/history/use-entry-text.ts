'use client';
import { useTranslations } from 'next-intl';
import type { TimelineEntry } from '@loctelli/core';
import { useFormats } from '@loctelli/core/web';
import { useFactText } from '../use-fact-text.ts';

/** What an entry says, in the words of the plugin it comes from. */
export function useEntryText(): (entry: Pick<TimelineEntry, 'kind' | 'params' | 'actorName'>) => string {
  const all = useTranslations();
  const t = useTranslations('clients.timeline');
  const formats = useFormats();
  const { label } = useFactText();
  return ({ kind, params, actorName }) => {
    const [plugin = '', ...rest] = kind.split('.');
    const what = rest.join('.');
    const word = (name: string) => String(params[name] ?? '');
    if (kind === 'clients.updated') {
      const fields = word('fields').split(',').filter(Boolean);
      return fields.length ? t('updated', { fields: formats.list([...new Set(fields.map(label))]) }) : t('updated-some');
    }
    if (kind === 'clients.stage-changed') {
      const [from, to] = [word('from'), word('to')];
      if (from && to) return t('stage-changed', { from, to });
      return to ? t('stage-set', { to }) : from ? t('stage-left', { from }) : t('stage-moved');
    }
    if (kind === 'clients.owner-changed' && !word('from')) return t('updated', { fields: label('ownerId') });
    if (kind === 'clients.task-created' && params.assignee && params.assignee !== actorName) return t('task-for', { assignee: word('assignee'), title: word('title') });
    const key = `${plugin}.timeline.${what}`;
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? value : String(value ?? '')]));
    return all.has(key) ? all(key, values) : t('unknown');
  };
}
