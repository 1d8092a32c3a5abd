'use client';
import { useEffect, useState } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import type { Locale } from '@loctelli/core';
import { localeNames, locales } from '../../i18n/locales.ts';
import type { Command } from '../../slots/plugin-web.ts';
import { usePlugins } from '../../slots/plugins.tsx';
import { themes } from '../../theme/theme-script.ts';
import { useTheme } from '../../theme/use-theme.ts';
import { useKernelPages } from '../kernel-pages.ts';
import { useMe } from '../session.tsx';
import { useShellUi } from '../shell-ui.tsx';
import { useAccount } from '../use-account.ts';
import type { PaletteEntry } from './entry.ts';

/** Every page without parameters that the user may open: the kernel's, then each plugin's. */
export function usePageEntries(): PaletteEntry[] {
  const t = useTranslations();
  const plugins = usePlugins();
  const kernel = useKernelPages();
  const { grants } = useMe();
  const fromPlugins = plugins.flatMap(({ manifest }) =>
    (manifest.pages ?? [])
      .filter((page) => grants[page.permission] && !page.path.includes(':'))
      .map((page) => {
        const key = `${manifest.id}.${page.title}`;
        const menu = manifest.menu?.find((line) => line.page === page.id);
        return { id: `page:${page.path}`, label: t.has(key) ? t(key) : manifest.name, href: page.path, icon: menu?.icon ?? manifest.icon, keys: menu?.shortcut, words: manifest.name };
      }),
  );
  const [first, ...others] = kernel;
  return [...(first ? [first] : []), ...fromPlugins, ...others].map((entry) => ({ ...entry, id: entry.id ?? `page:${entry.href}` }));
}

/** The plugins' commands that the user may run. */
export function useCommandEntries(): PaletteEntry[] {
  const t = useTranslations();
  const { grants } = useMe();
  return usePluginCommands()
    .filter(({ command }) => !command.permission || grants[command.permission])
    .map(({ pluginId, icon, command }) => ({
      id: `command:${pluginId}.${command.id}`,
      label: t.has(`${pluginId}.${command.label}`) ? t(`${pluginId}.${command.label}`) : command.id,
      icon: command.icon ?? icon,
      keys: command.shortcut,
      href: command.href,
      run: command.run,
    }));
}

/** What the shell itself does: theme, language, the sheet of shortcuts, signing out. */
export function useShellEntries(): PaletteEntry[] {
  const t = useTranslations('core.shell');
  const [theme, chooseTheme] = useTheme();
  const locale = useLocale();
  const account = useAccount();
  const { setSheet } = useShellUi();
  return [
    ...themes.filter((name) => name !== theme).map((name) => ({ id: `theme:${name}`, label: t('useTheme', { theme: t(name) }), icon: 'core:theme', run: () => chooseTheme(name) })),
    ...locales.filter((name) => name !== locale).map((name) => ({ id: `language:${name}`, label: t('useLanguage', { language: localeNames[name] }), icon: 'core:language', run: () => account.update.mutate({ locale: name as Locale }) })),
    { id: 'shortcuts', label: t('shortcuts'), icon: 'core:shortcuts', keys: '?', run: () => setSheet(true) },
    { id: 'sign-out', label: t('signOut'), icon: 'core:sign-out', run: () => account.signOut.mutate() },
  ];
}

interface PluginCommand {
  pluginId: string;
  icon?: string;
  command: Command;
}

/** Commands stand in the plugins' code, which is fetched for them. */
export function usePluginCommands(): PluginCommand[] {
  const plugins = usePlugins();
  const [commands, setCommands] = useState<PluginCommand[]>([]);
  useEffect(() => {
    let current = true;
    void Promise.all(
      plugins.map(async ({ manifest, web }) => {
        const loaded = await web?.().catch(() => null);
        return (loaded?.default.commands ?? []).map((command) => ({ pluginId: manifest.id, icon: manifest.icon, command }));
      }),
    ).then((lists) => current && setCommands(lists.flat()));
    return () => {
      current = false;
    };
  }, [plugins]);
  return commands;
}
