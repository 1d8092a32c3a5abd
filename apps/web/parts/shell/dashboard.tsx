'use client';
import { Suspense, useMemo } from 'react';
import Link from 'next/link';
import { LayoutDashboard } from 'lucide-react';
import { useNow, useTimeZone, useTranslations } from 'next-intl';
import { Button, Card, cn, EmptyState, Page, PageHeader, PartBoundary, pluginComponent, Skeleton, useCan, useFormats, useMe, usePlugins } from '@loctelli/core/web';

const spans = { small: 'sm:col-span-1', medium: 'sm:col-span-2', large: 'sm:col-span-3' };

/** Widgets of the plugins that are on and that the user may see. */
export function Dashboard() {
  const t = useTranslations('core.dashboard');
  const all = useTranslations();
  const formats = useFormats();
  const { user, grants } = useMe();
  const plugins = usePlugins();
  const canSwitch = useCan('plugins.update');
  const now = useNow();
  const zone = useTimeZone();
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(now));
  const greeting = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  const widgets = useMemo(
    () =>
      plugins.flatMap((plugin) =>
        (plugin.manifest.widgets ?? [])
          .filter((widget) => grants[widget.permission])
          .map((widget) => ({ ...widget, key: `${plugin.manifest.id}.${widget.id}`, title: `${plugin.manifest.id}.${widget.title}`, Widget: pluginComponent(plugin, 'widgets', widget.id) })),
      ),
    [plugins, grants],
  );
  return (
    <Page>
      <PageHeader title={t(greeting, { name: user.name.split(' ')[0]! })} description={formats.date(now)} />
      {widgets.length === 0 ? (
        <Card>
          <EmptyState
            icon={<LayoutDashboard />}
            title={t('emptyTitle')}
            action={canSwitch && <Button render={<Link href="/settings/plugins" />}>{t('emptyAction')}</Button>}
          >
            {t('emptyText')}
          </EmptyState>
        </Card>
      ) : (
        <div className="grid gap-4 sm:grid-cols-3">
          {widgets.map(({ key, title, size, Widget }) => (
            <Card key={key} title={all.has(title) ? all(title) : title} className={cn(spans[size])}>
              <PartBoundary compact>
                <Suspense fallback={<Skeleton className={size === 'small' ? 'h-8 w-24' : 'h-32'} />}>
                  <Widget />
                </Suspense>
              </PartBoundary>
            </Card>
          ))}
        </div>
      )}
    </Page>
  );
}
