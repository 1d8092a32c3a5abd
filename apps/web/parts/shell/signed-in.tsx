'use client';
import { useMemo, type ReactNode } from 'react';
import type { LucideIconData } from 'lucide-react';
import type { Brand, Me, PluginManifest } from '@loctelli/core';
import { AppShell } from '../../../../core/web/shell/app-shell.tsx';
import { AppProviders } from '../../../../core/web/shell/providers.tsx';
import type { ShellPreference } from '../../../../core/web/shell/shell-preference.ts';
import { webs } from '../../generated/plugins.ts';

interface Props {
  me: Me;
  manifests: readonly PluginManifest[];
  brand: Brand;
  icons: Record<string, LucideIconData>;
  preference: ShellPreference;
  children: ReactNode;
}

/** Joins the kernel's shell with the plugins this app was built with. */
export function SignedIn({ me, manifests, brand, icons, preference, children }: Props) {
  const plugins = useMemo(() => manifests.map((manifest) => ({ manifest, web: webs[manifest.id] ?? null })), [manifests]);
  return (
    <AppProviders me={me} plugins={plugins} icons={icons}>
      <AppShell brand={brand} preference={preference}>
        {children}
      </AppShell>
    </AppProviders>
  );
}
