'use client';
import { useTranslations } from 'next-intl';
import { useApiQuery } from '@loctelli/core/web';
import { clientTargets } from '../contract.ts';
import { webhooks } from './api.ts';

/** What a payload can fill: a client's fields, and the tenant's own. */
export function useTargets(): { value: string; label: string }[] {
  const t = useTranslations('webhooks.targets');
  const { data } = useApiQuery(['clients', 'fields'], () => webhooks.getClientFields());
  const own = (data?.items ?? []).map(({ key, label }) => ({ value: `custom:${key}`, label }));
  return [...clientTargets.map((each) => ({ value: each as string, label: t(each) })), ...own];
}
