'use client';
import { NoPermission, Page, PluginPage, Skeleton, TableSkeleton, useMe, usePlugins } from '@loctelli/core/web';

/** A plugin's page, if the user may see it. */
export function PluginScreen({ pluginId, pageId, params }: { pluginId: string; pageId: string; params: Record<string, string> }) {
  const plugin = usePlugins().find(({ manifest }) => manifest.id === pluginId);
  const { grants } = useMe();
  const page = plugin?.manifest.pages?.find(({ id }) => id === pageId);
  if (!plugin || !page) return null;
  if (!grants[page.permission]) return <NoPermission />;
  const loading = (
    <Page>
      <Skeleton className="mb-6 h-7 w-48" />
      <TableSkeleton />
    </Page>
  );
  return <PluginPage key={`${pluginId}/${pageId}/${JSON.stringify(params)}`} plugin={plugin} page={pageId} params={params} fallback={loading} />;
}
