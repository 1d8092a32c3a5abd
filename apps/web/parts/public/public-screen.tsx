'use client';
import { useMemo } from 'react';
import type { PluginManifest, TenantFront } from '@loctelli/core';
import { PublicPluginPage, PublicProviders } from '../../../../core/web/slots/public-plugins.tsx';
import { webs } from '../../generated/plugins.ts';

interface Props {
  tenant: TenantFront;
  embedded: boolean;
  manifest: PluginManifest;
  pageId: string;
  params: Record<string, string>;
}

/** Joins a public page with the plugins this app was built with. */
export function PublicScreen({ tenant, embedded, manifest, pageId, params }: Props) {
  const plugin = useMemo(() => ({ manifest, web: webs[manifest.id] ?? null }), [manifest]);
  return (
    <PublicProviders tenant={tenant} embedded={embedded}>
      <PublicPluginPage key={`${manifest.id}/${pageId}/${JSON.stringify(params)}`} plugin={plugin} page={pageId} params={params} />
    </PublicProviders>
  );
}
