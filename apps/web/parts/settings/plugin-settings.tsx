'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Blocks } from 'lucide-react';
import { Badge, Card, coreApi, EmptyState, ErrorState, Icon, Skeleton, Switch, toast, useApiMutation, useApiQuery } from '@loctelli/core/web';
import { plugins as installed } from '../../generated/plugins.ts';

export function PluginSettings() {
  const t = useTranslations('core.settings');
  const router = useRouter();
  const plugins = useApiQuery(['plugins'], () => coreApi.plugins.getPlugins());
  const toggle = useApiMutation(({ id, enabled }: { id: string; enabled: boolean }) => coreApi.plugins.updatePlugin(id, { enabled }), {
    invalidate: [['plugins']],
    onSuccess: (plugin) => {
      toast.success(t(plugin.enabled ? 'pluginOn' : 'pluginOff', { name: plugin.name }));
      router.refresh();
    },
  });
  return (
    <Card flush title={t('plugins')} description={t('pluginsText')} className="max-w-3xl">
      {plugins.error ? (
        <ErrorState error={plugins.error} onRetry={() => void plugins.refetch()} />
      ) : !plugins.data ? (
        <div className="flex flex-col gap-5 p-5">
          <Skeleton className="h-10" />
          <Skeleton className="h-10" />
        </div>
      ) : plugins.data.items.length === 0 ? (
        <EmptyState icon={<Blocks />} title={t('noPluginsTitle')}>
          {t('noPluginsText')}
        </EmptyState>
      ) : (
        <ul>
          {plugins.data.items.map((plugin) => {
            const changing = toggle.isPending && toggle.variables.id === plugin.id;
            return (
              <li key={plugin.id} className="flex items-start gap-4 border-b px-5 py-4 last:border-0">
                <span aria-hidden className="grid size-9 shrink-0 place-items-center rounded-md bg-sunken text-muted [&_svg]:size-4.5">
                  <Icon name={installed.find(({ manifest }) => manifest.id === plugin.id)?.manifest.icon ?? 'blocks'} />
                </span>
                <div className="min-w-0 flex-1">
                  <p className="flex flex-wrap items-center gap-2 font-medium">
                    {plugin.name}
                    <span className="text-sm font-normal text-subtle">{t('version', { version: plugin.version })}</span>
                  </p>
                  <p className="text-muted">{plugin.description}</p>
                  {plugin.failure && (
                    <Badge tone="danger" className="mt-1.5">
                      {t('pluginFailed', { reason: plugin.failure })}
                    </Badge>
                  )}
                </div>
                <Switch
                  aria-label={plugin.name}
                  checked={changing ? toggle.variables.enabled : plugin.enabled && !plugin.failure}
                  disabled={changing || plugin.failure !== null}
                  onChange={(enabled) => toggle.mutate({ id: plugin.id, enabled })}
                />
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
