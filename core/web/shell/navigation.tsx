'use client';
import type { ReactNode } from 'react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { LayoutDashboard, Settings, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { usePlugins } from '../slots/plugins.tsx';
import { cn } from '../ui/cn.ts';
import { Icon } from '../ui/icon.tsx';
import { useMe } from './session.tsx';

interface Entry {
  href: string;
  label: string;
  icon: ReactNode;
}

/** The plugins' menu, as far as the user's grants reach, between the dashboard and what the kernel itself has. */
function useEntries(): { main: Entry[]; manage: Entry[] } {
  const t = useTranslations();
  const plugins = usePlugins();
  const { grants } = useMe();
  const fromPlugins = plugins
    .flatMap(({ manifest }) =>
      (manifest.menu ?? []).flatMap((entry) => {
        const page = manifest.pages?.find(({ id }) => id === entry.page);
        if (!page || !grants[page.permission]) return [];
        const key = `${manifest.id}.${entry.label}`;
        return [{ order: entry.order, href: page.path, label: t.has(key) ? t(key) : manifest.name, icon: <Icon name={entry.icon} /> }];
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
        <p className={cn('px-2.5 pb-1.5 text-xs font-medium text-subtle', narrow && 'sr-only')}>{t('manage')}</p>
        <List entries={manage} narrow={narrow} />
      </div>
    </nav>
  );
}

function List({ entries, narrow }: { entries: Entry[]; narrow?: boolean }) {
  const path = usePathname();
  return (
    <ul className="flex flex-col gap-0.5">
      {entries.map((entry) => {
        const current = entry.href === '/' ? path === '/' : path === entry.href || path.startsWith(`${entry.href}/`);
        return (
          <li key={entry.href}>
            <Link
              href={entry.href}
              aria-current={current ? 'page' : undefined}
              title={narrow ? entry.label : undefined}
              className={cn(
                'flex h-9 items-center gap-2.5 rounded-md px-2.5 font-medium text-muted transition-colors duration-150 hover:bg-hover hover:text-fg [&_svg]:size-4.5 [&_svg]:shrink-0',
                narrow && 'justify-center px-0',
                current && 'bg-accent-soft text-on-accent-soft hover:bg-accent-soft hover:text-on-accent-soft',
              )}
            >
              {entry.icon}
              <span className={cn('truncate', narrow && 'sr-only')}>{entry.label}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
