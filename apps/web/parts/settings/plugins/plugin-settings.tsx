'use client';
import { Blocks } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Card, coreApi, EmptyState, ErrorState, Skeleton, useApiQuery } from '@loctelli/core/web';
import { PluginRow } from './plugin-row.tsx';

export const pluginsKey = ['plugins'];

/** The installed plugins: on or off, what each brings, how each is set. */
export function PluginSettings() {
  const t = useTranslations('core.settings');
  const plugins = useApiQuery(pluginsKey, () => coreApi.plugins.getPlugins());
  return (
    <Card flush title={t('plugins')} description={t('pluginsText')} className="max-w-3xl">
      {plugins.error ? (
        <ErrorState error={plugins.error} onRetry={() => void plugins.refetch()} />
      ) : !plugins.data ? (
        <div aria-busy className="flex flex-col gap-5 p-5">
          <Skeleton className="h-16" />
          <Skeleton className="h-16" />
        </div>
      ) : plugins.data.items.length === 0 ? (
        <EmptyState icon={<Blocks />} title={t('noPluginsTitle')}>
          {t('noPluginsText')}
        </EmptyState>
      ) : (
        <ul>
          {plugins.data.items.map((plugin) => (
            <PluginRow key={plugin.id} plugin={plugin} others={plugins.data.items} />
          ))}
        </ul>
      )}
    </Card>
  );
}
