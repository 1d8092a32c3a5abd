'use client';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useRouter } from 'next/navigation';
import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePlugins } from '../../slots/plugins.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useMe } from '../session.tsx';
import { Keys } from '../shortcuts/keys.tsx';
import type { PaletteEntry } from './entry.ts';
import { EntryIcon } from './entry-icon.tsx';
import { rank } from './rank.ts';
import { addRecent, readRecent } from './recent.ts';
import { useCommandEntries, usePageEntries, useShellEntries } from './use-entries.ts';
import { useRecordSearch } from './use-record-search.ts';

interface Group {
  id: string;
  label: string;
  entries: PaletteEntry[];
}

/** Everything by typing: pages, actions and records in one list. */
export default function Palette({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('core.shell.palette');
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-20 min-h-dvh bg-scrim/45 transition-opacity duration-120 data-starting-style:opacity-0 data-ending-style:opacity-0" />
        <Dialog.Popup className="fixed inset-0 z-20 flex flex-col bg-raised text-fg outline-none transition-[opacity,scale] duration-120 data-starting-style:opacity-0 data-ending-style:opacity-0 sm:inset-x-0 sm:top-[min(14dvh,9rem)] sm:bottom-auto sm:mx-auto sm:max-h-[min(30rem,72dvh)] sm:w-[min(40rem,calc(100vw-2rem))] sm:rounded-lg sm:border sm:shadow-float">
          <Dialog.Title className="sr-only">{t('title')}</Dialog.Title>
          <Content close={() => onOpenChange(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Content({ close }: { close: () => void }) {
  const t = useTranslations('core.shell.palette');
  const ui = useTranslations('core.ui');
  const router = useRouter();
  const { user } = useMe();
  const [text, setText] = useState('');
  const groups = useGroups(text);
  const { list, searching, failed } = groups;
  const [chosen, setChosen] = useState('');
  // Until somebody moves the choice, it stays on the first line, whatever arrives.
  const moved = useRef(false);
  useEffect(() => {
    moved.current = false;
  }, [text]);
  useEffect(() => {
    const [first] = list;
    if (!moved.current) setChosen(first ? `${first.id}/${first.entries[0]!.id}` : '');
  }, [list]);
  const choose = (entry: PaletteEntry) => {
    close();
    if (entry.href) {
      if (!entry.id.startsWith('command:')) addRecent(user.id, entry);
      router.push(entry.href);
    } else void entry.run?.();
  };
  return (
    <Command
      shouldFilter={false}
      label={t('title')}
      loop
      value={chosen}
      onValueChange={setChosen}
      onKeyDown={(event) => {
        if (/^Arrow|^Home|^End/.test(event.key)) moved.current = true;
      }}
      onPointerMove={() => {
        moved.current = true;
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex h-13 shrink-0 items-center gap-3 border-b px-4">
        {searching ? <Spinner /> : <Search aria-hidden className="size-4 shrink-0 text-subtle" />}
        <Command.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder={t('placeholder')}
          enterKeyHint="go"
          className="h-full min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-subtle max-sm:text-[1rem]"
        />
        <Dialog.Close className="shrink-0 rounded-sm text-sm text-muted hover:text-fg sm:sr-only">{ui('close')}</Dialog.Close>
      </div>
      <Command.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2 outline-none sm:min-h-64">
        <Command.Empty className="px-3 py-10 text-center text-muted">{searching ? t('searching') : t('nothing', { text })}</Command.Empty>
        {list.map((group) => (
          <Command.Group key={group.id} heading={group.label} className="mb-1 [&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted">
            {group.entries.map((entry) => (
              <Command.Item
                key={entry.id}
                value={`${group.id}/${entry.id}`}
                onSelect={() => choose(entry)}
                className="flex min-h-9 cursor-default items-center gap-3 rounded-md px-2.5 py-1.5 select-none data-[selected=true]:bg-hover max-sm:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
              >
                <EntryIcon name={entry.icon} />
                <span className="min-w-0 truncate">{entry.label}</span>
                {entry.detail && <span className="min-w-0 truncate text-sm text-muted">{entry.detail}</span>}
                {entry.keys && <Keys keys={entry.keys} className="ms-auto max-sm:hidden" />}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
        {failed.map((name) => (
          <p key={name} role="status" className="px-2.5 py-2 text-sm text-muted">
            {t('failed', { name })}
          </p>
        ))}
      </Command.List>
    </Command>
  );
}

/** Lines for what was typed, in groups; before anything is typed, what was opened last comes first. */
function useGroups(text: string): { list: Group[]; searching: boolean; failed: string[] } {
  const t = useTranslations('core.shell.palette');
  const all = useTranslations();
  const { user } = useMe();
  const plugins = usePlugins();
  const pages = usePageEntries();
  const commands = useCommandEntries();
  const shell = useShellEntries();
  const { found, searching } = useRecordSearch(text);
  const [recent] = useState(() => readRecent(user.id).map((entry) => ({ ...entry, icon: entry.icon ?? 'core:recent' })));
  const typed = text.trim() !== '';
  const nameOf = (pluginId: string) => {
    const manifest = plugins.find((plugin) => plugin.manifest.id === pluginId)?.manifest;
    const key = `${pluginId}.${manifest?.menu?.[0]?.label ?? ''}`;
    return all.has(key) ? all(key) : (manifest?.name ?? pluginId);
  };
  const iconOf = (pluginId: string) => plugins.find((plugin) => plugin.manifest.id === pluginId)?.manifest.icon;
  const list = useMemo(() => {
    const records = found.map(({ pluginId, records: hits }) => ({
      id: `records:${pluginId}`,
      label: nameOf(pluginId),
      entries: hits.map((hit) => ({ id: `record:${pluginId}:${hit.id}`, label: hit.title, detail: hit.subtitle, href: hit.href, icon: hit.icon ?? iconOf(pluginId) })),
    }));
    const groups: Group[] = [
      ...(typed ? [] : [{ id: 'recent', label: t('recent'), entries: recent }]),
      { id: 'commands', label: t('actions'), entries: rank(commands, text) },
      { id: 'pages', label: t('pages'), entries: rank(pages, text) },
      ...records,
      { id: 'shell', label: t('general'), entries: rank(shell, text) },
    ];
    return groups.filter((group) => group.entries.length > 0);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the lists are made anew on each drawing; what they depend on is named
  }, [text, found, commands.length, recent, typed]);
  return { list, searching, failed: found.filter((one) => one.failed).map(({ pluginId }) => nameOf(pluginId)) };
}
