'use client';
import type { TenantFront } from '@loctelli/core';
import { PublicPluginPage, PublicProviders } from '../../../../core/web/slots/public-plugins.tsx';
import { plugins } from '../../generated/plugins.ts';

interface Props {
  tenant: TenantFront;
  embedded: boolean;
  pluginId: string;
  pageId: string;
  params: Record<string, string>;
}

/** Joins a public page with the plugins this app was built with. */
export function PublicScreen({ tenant, embedded, pluginId, pageId, params }: Props) {
  const plugin = plugins.find(({ manifest }) => manifest.id === pluginId);
  if (!plugin) return null;
  return (
    <PublicProviders tenant={tenant} embedded={embedded}>
      <PublicPluginPage key={`${pluginId}/${pageId}/${JSON.stringify(params)}`} plugin={plugin} page={pageId} params={params} />
    </PublicProviders>
  );
}
