'use client';
import type { ReactNode } from 'react';
import { DirectionProvider } from '@base-ui/react/direction-provider';
import { useLocale } from 'next-intl';
import type { LucideIconData } from 'lucide-react';
import type { Me } from '@loctelli/core';
import { LiveProvider } from '../data/live.tsx';
import { QueryProvider } from '../data/query.tsx';
import { directionOf } from '../i18n/locales.ts';
import { PluginsProvider } from '../slots/plugins.tsx';
import type { InstalledPlugin } from '../slots/plugin-web.ts';
import { Icons } from '../ui/icon.tsx';
import { Toaster } from '../ui/toast.tsx';
import { SessionProvider } from './session.tsx';

interface Props {
  me: Me;
  plugins: readonly InstalledPlugin[];
  icons: Record<string, LucideIconData>;
  children: ReactNode;
}

/** All that signed-in pages stand on: who looks, data, live messages, plugins, writing direction, toasts. */
export function AppProviders({ me, plugins, icons, children }: Props) {
  const direction = directionOf(useLocale());
  return (
    <DirectionProvider direction={direction}>
      <SessionProvider me={me}>
        <QueryProvider>
          <LiveProvider from={me.live}>
            <Icons.Provider value={icons}>
              <PluginsProvider plugins={plugins}>{children}</PluginsProvider>
            </Icons.Provider>
            <Toaster dir={direction} />
          </LiveProvider>
        </QueryProvider>
      </SessionProvider>
    </DirectionProvider>
  );
}
