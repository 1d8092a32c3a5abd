'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { usePlugins } from '../../slots/plugins.tsx';
import { useCommandEntries } from '../palette/use-entries.ts';
import type { PaletteEntry } from '../palette/entry.ts';
import { useKernelPages } from '../kernel-pages.ts';
import { useMe } from '../session.tsx';
import { useShellUi } from '../shell-ui.tsx';
import { useShortcut } from './use-shortcut.ts';

/** The shortcuts that work on every page: palette, sheet, search, and where the menu's lines lead. Fetched once the page stands. */
export default function ShellShortcuts({ onFold }: { onFold: () => void }) {
  const t = useTranslations('core.shell');
  const { setSheet, palette, setPalette } = useShellUi();
  useShortcut({ keys: 'mod+k', label: t('palette.title'), scope: 'general', anywhere: true, run: () => setPalette(!palette) });
  useShortcut({ keys: '?', label: t('shortcuts'), scope: 'general', run: () => setSheet(true) });
  const search = () => {
    const field = pageSearch();
    if (field) field.focus();
    else setPalette(true);
  };
  useShortcut({ keys: '/', label: t('searchPage'), scope: 'general', run: search });
  useShortcut({ keys: '[', label: t('fold'), scope: 'general', run: onFold });
  const go = [...useKernelPages(), ...useMenuEntries()].filter(({ keys }) => keys);
  const commands = useCommandEntries().filter(({ keys }) => keys);
  return [...go.map((entry) => ({ entry, scope: 'go' as const })), ...commands.map((entry) => ({ entry, scope: 'general' as const }))].map(({ entry, scope }) => (
    <EntryShortcut key={entry.id} entry={entry} scope={scope} />
  ));
}

function EntryShortcut({ entry, scope }: { entry: PaletteEntry; scope: 'go' | 'general' }) {
  const router = useRouter();
  useShortcut({ keys: entry.keys!, label: entry.label, scope, run: () => (entry.href ? router.push(entry.href) : void entry.run?.()) });
  return null;
}

function useMenuEntries(): PaletteEntry[] {
  const t = useTranslations();
  const plugins = usePlugins();
  const { grants } = useMe();
  return plugins.flatMap(({ manifest }) =>
    (manifest.menu ?? []).flatMap((line) => {
      const page = manifest.pages?.find(({ id }) => id === line.page);
      if (!page || !line.shortcut || !grants[page.permission]) return [];
      const key = `${manifest.id}.${line.label}`;
      return [{ id: `menu:${page.path}`, label: t.has(key) ? t(key) : manifest.name, href: page.path, keys: line.shortcut }];
    }),
  );
}

function pageSearch(): HTMLInputElement | null {
  const fields = document.querySelectorAll<HTMLInputElement>('main input[type=search], main [role=searchbox]');
  return [...fields].find((field) => field.offsetParent !== null && !field.disabled) ?? null;
}
