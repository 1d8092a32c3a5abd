'use client';
import { createContext, Suspense, useContext, useState, type ReactNode } from 'react';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { useLocale } from 'next-intl';
import type { TenantFront } from '@loctelli/core';
import { QueryProvider } from '../data/query.tsx';
import { directionOf } from '../i18n/locales.ts';
import { Spinner } from '../ui/spinner.tsx';
import { Toaster } from '../ui/toast.tsx';
import type { InstalledPlugin } from './plugin-web.ts';
import { PartBoundary, pluginComponent } from './plugins.tsx';

const TenantContext = createContext<TenantFront | null>(null);

/** The tenant whose host a public page lies on: its name, brand, language and zone. Throws on pages that need a sign-in. */
export function usePublicTenant(): TenantFront {
  const tenant = useContext(TenantContext);
  if (!tenant) throw new Error('usePublicTenant is for public pages.');
  return tenant;
}

const EmbedContext = createContext(false);
/** Whether the page is shown in a frame of a foreign page. */
export const useEmbedded = (): boolean => useContext(EmbedContext);

/** What public pages stand on: the tenant, data, writing direction, toasts; nobody is signed in. */
export function PublicProviders({ tenant, embedded, children }: { tenant: TenantFront; embedded: boolean; children: ReactNode }) {
  const direction = directionOf(useLocale());
  return (
    <DirectionProvider direction={direction}>
      <TenantContext.Provider value={tenant}>
        <EmbedContext.Provider value={embedded}>
          <QueryProvider>
            {children}
            <Toaster dir={direction} />
          </QueryProvider>
        </EmbedContext.Provider>
      </TenantContext.Provider>
    </DirectionProvider>
  );
}

/** A plugin's public page with its own loading and failure. */
export function PublicPluginPage({ plugin, page, params }: { plugin: InstalledPlugin; page: string; params: Record<string, string> }) {
  const [Content] = useState(() => pluginComponent(plugin, 'publicPages', page));
  return (
    <PartBoundary>
      <Suspense fallback={<div className="grid min-h-96 place-items-center"><Spinner /></div>}>
        <Content params={params} />
      </Suspense>
    </PartBoundary>
  );
}
