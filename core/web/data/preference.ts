'use client';
import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { preferences } from '../api-client/personal-api.ts';
import { useApiQuery } from './query.tsx';

type Json = Parameters<typeof preferences.setPreference>[1];
export interface PreferenceState<T> {
  /** Null while nobody arranged anything, and until the first answer. */
  value: T | null;
  from: 'own' | 'tenant' | 'none';
  isLoading: boolean;
  /** Shown at once, kept on the server; taken back if the server refuses. */
  set: (value: T) => void;
  /** Back to what the tenant starts everybody with. */
  clear: () => void;
}
type Kept<T> = { value: T | null; from: 'own' | 'tenant' | 'none' };

/** Something the user arranged for themselves, or what their tenant starts everybody with. */
export function usePreference<T>(key: string, initial?: Kept<T>): PreferenceState<T> {
  const queryKey: QueryKey = ['core', 'preferences', key];
  const client = useQueryClient();
  const query = useApiQuery<Kept<T>>(queryKey, () => preferences.getPreference(key) as Promise<Kept<T>>, { initial });
  const t = useTranslations('core.ui');
  const again = () => void client.invalidateQueries({ queryKey });
  const write = (sent: Promise<unknown>, done?: () => void) =>
    void sent.then(done, () => {
      again();
      void import('../ui/toast.tsx').then(({ toast }) => toast.error(t('notSaved')));
    });
  const set = (value: T) => {
    client.setQueryData<Kept<T>>(queryKey, { value, from: 'own' });
    write(preferences.setPreference(key, value as Json));
  };
  return { value: query.data?.value ?? null, from: query.data?.from ?? 'none', isLoading: query.isPending, set, clear: () => write(preferences.clearPreference(key), again) };
}
