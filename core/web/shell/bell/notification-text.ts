'use client';
import { useTranslations } from 'next-intl';
import type { MessageParams } from '@loctelli/core';

type Values = Record<string, string | number>;

/**
 * The words of something a plugin tells, in the reader's language: kind `clients.mentioned` is `clients.notifications.mentioned`.
 * A kind whose plugin is gone, or has no words for it, is told in general ones.
 */
export function useKindText(part: 'notifications' | 'jobs'): (kind: string, params: MessageParams) => string {
  const t = useTranslations();
  return (kind, params) => {
    const [plugin = '', ...rest] = kind.split('.');
    const key = `${plugin}.${part}.${rest.join('.')}`;
    const values = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : (value ?? '')])) as Values;
    return t.has(key) ? t(key, values) : t(part === 'jobs' ? 'core.jobs.unknown' : 'core.notifications.unknown');
  };
}
