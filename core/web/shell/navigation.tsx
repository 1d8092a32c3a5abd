'use client';
import { Suspense, type ReactNode } from 'react';
import { usePathname } from 'next/navigation';
import { clsx } from 'clsx';
import { LayoutDashboard, Settings, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { PluginBadge, usePlugins } from '../slots/plugins.tsx';
import type { InstalledPlugin } from '../slots/plugin-web.ts';
import { Icon } from '../ui/icon.tsx';
import { Link } from '../ui/link.tsx';
import { useMe } from './session.tsx';

interface Entry {
  href: string;
  label: string;
  icon: ReactNode;
  /** Whose count may stand beside it. */
  from?: { plugin: InstalledPlugin; page: string };
}

/** The plugins' menu, as far as the user's grants reach, between the dashboard and what the kernel itself has. */
function useEntries(): { main: Entry[]; manage: Entry[] } {
  const t = useTranslations();
  const plugins = usePlugins();
  const { grants } = useMe();
  const fromPlugins = plugins
    .flatMap((plugin) =>
      (plugin.manifest.menu ?? []).flatMap((entry) => {
        const page = plugin.manifest.pages?.find(({ id }) => id === entry.page);
        if (!page || !grants[page.permission]) return [];
        const key = `${plugin.manifest.id}.${entry.label}`;
        const label = t.has(key) ? t(key) : plugin.manifest.name;
        return [{ order: entry.order, href: page.path, label, icon: <Icon name={entry.icon} />, from: { plugin, page: page.id } }];
      }),
    )
    .sort((a, b) => a.order - b.order);
  return {
    main: [{ href: '/', label: t('core.shell.dashboard'), icon: <LayoutDashboard aria-hidden /> }, ...fromPlugins],
    manage: [
      ...(grants['users.read'] ? [{ href: '/users', label: t('core.shell.users'), icon: <UsersRound aria-hidden /> }] : []),
      { href: '/settings', label: t('core.shell.settings'), icon: <Settings aria-hidden /> },
    ],
  };
}

export function Navigation({ narrow }: { narrow?: boolean }) {
  const t = useTranslations('core.shell');
  const { main, manage } = useEntries();
  return (
    <nav aria-label={t('navigation')} className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-2 py-2">
      <List entries={main} narrow={narrow} />
      <div>
        <p className={clsx('px-2.5 pb-1.5 text-xs font-medium text-subtle', narrow && 'sr-only')}>{t('manage')}</p>
        <List entries={manage} narrow={narrow} />
      </div>
    </nav>
  );
}

/** The entry a page lies under; of `/clients` and `/clients/tasks` the longer one. */
function deepest(entries: Entry[], path: string): string | undefined {
  const above = entries.filter(({ href }) => path === href || (href !== '/' && path.startsWith(`${href}/`)));
  return above.sort((a, b) => b.href.length - a.href.length)[0]?.href;
}

function List({ entries, narrow }: { entries: Entry[]; narrow?: boolean }) {
  const here = deepest(entries, usePathname());
  return (
    <ul className="flex flex-col gap-0.5">
      {entries.map((entry) => {
        const current = entry.href === here;
        return (
          <li key={entry.href}>
            <Link
              href={entry.href}
              aria-current={current ? 'page' : undefined}
              title={narrow ? entry.label : undefined}
              className={clsx(
                'relative flex h-9 items-center gap-2.5 rounded-md font-medium transition-colors duration-150 [&_svg]:size-4.5 [&_svg]:shrink-0',
                narrow ? 'justify-center' : 'px-2.5',
                current ? 'bg-accent-soft text-on-accent-soft' : 'text-muted hover:bg-hover hover:text-fg',
              )}
            >
              {entry.icon}
              <span className={narrow ? 'sr-only' : 'min-w-0 flex-1 truncate'}>{entry.label}</span>
              {entry.from && (
                <Suspense>
                  <span className={narrow ? 'absolute end-0 top-0 text-xs tabular-nums' : 'shrink-0 text-xs tabular-nums'}>
                    <PluginBadge plugin={entry.from.plugin} page={entry.from.page} />
                  </span>
                </Suspense>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
