'use client';
import { useCallback } from 'react';
import { useTranslations } from 'next-intl';
import { useFormats, usePlugins } from '@loctelli/core/web';
import { useRoles } from '../../users/roles.ts';

/** Actions, subjects, fields and values of the log in words, as far as the kernel or a plugin has some; otherwise as they are kept. */
export function useAuditWords() {
  const all = useTranslations();
  const t = useTranslations('core.audit');
  const formats = useFormats();
  const plugins = usePlugins();
  const roles = useRoles();
  const owners = ['core', ...plugins.map(({ manifest }) => manifest.id)];
  const first = useCallback((keys: string[], otherwise: string) => keys.filter((key) => all.has(key)).map((key) => all(key))[0] ?? otherwise, [all]);

  const value = (given: unknown): string => {
    if (given === null || given === undefined || given === '') return '—';
    if (typeof given === 'boolean') return t(given ? 'yes' : 'no');
    if (typeof given === 'number') return formats.number(given);
    if (Array.isArray(given)) return given.length === 0 ? '—' : formats.list(given.map(value));
    if (typeof given === 'object') return JSON.stringify(given);
    const text = String(given);
    if (/^\d{4}-\d\d-\d\dT/.test(text)) return formats.dateTime(text);
    return text;
  };
  return {
    action: (action: string) => first(owners.map((owner) => `${owner}.auditActions.${action.replaceAll('.', '-')}`), action),
    subject: (subject: string) => first(owners.map((owner) => `${owner}.subjects.${subject}`), subject),
    field(subject: string, field: string): string {
      const [kind, ...rest] = field.split('.');
      if (kind === 'grants') {
        const id = rest.join('.');
        return first([`core.permissions.${id.replaceAll('.', '-')}`, `${rest[0]}.permissions.${rest.slice(1).join('-')}`], id);
      }
      if (kind === 'fields' && rest.length === 2) return first(owners.map((owner) => `${owner}.fields.${rest[1]}`), rest[1]!);
      // A plugin that has a word for the record has words for its fields.
      const owning = owners.filter((owner) => owner !== 'core' && all.has(`${owner}.subjects.${subject}`));
      return first([...owning.map((owner) => `${owner}.fields.${field}`), `core.auditFields.${field}`], field);
    },
    value(field: string, given: unknown): string {
      if (field.startsWith('grants.')) return given ? t(`scope.${given as 'own'}`) : t('scope.none');
      if (field.startsWith('fields.')) return given ? formats.list(String(given).split(' ').map((verb) => t(`refused.${verb as 'read'}`))) : t('open');
      if (field === 'roleKey' || field === 'role') return given ? roles.nameOf(String(given)) : '—';
      return value(given);
    },
  };
}
export type AuditWords = ReturnType<typeof useAuditWords>;

/** Before and after where that is what was kept, otherwise what was told. */
export const changeOf = (kept: unknown): { before: unknown; after: unknown } | { told: unknown } =>
  Array.isArray(kept) && kept.length === 2 ? { before: kept[0], after: kept[1] } : { told: kept };
