'use client';
import type { ReactNode } from 'react';
import type { LucideIconData } from 'lucide-react';
import type { Brand, Me } from '@loctelli/core';
import { AppShell } from '../../../../core/web/shell/app-shell.tsx';
import { AppProviders } from '../../../../core/web/shell/providers.tsx';
import type { ShellPreference } from '../../../../core/web/shell/shell-preference.ts';
import { plugins } from '../../generated/plugins.ts';

/** Joins the kernel's shell with the plugins this app was built with. */
export function SignedIn({ me, brand, icons, preference, children }: { me: Me; brand: Brand; icons: Record<string, LucideIconData>; preference: ShellPreference; children: ReactNode }) {
  return (
    <AppProviders me={me} plugins={plugins} icons={icons}>
      <AppShell brand={brand} preference={preference}>
        {children}
      </AppShell>
    </AppProviders>
  );
}
