'use client';
import type { ReactNode } from 'react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn, Page, useMe } from '@loctelli/core/web';

const personal = [
  { id: 'profile', href: '/settings/profile' },
  { id: 'security', href: '/settings/security' },
] as const;
const organisation = [
  { id: 'plugins', href: '/settings/plugins', permission: 'plugins.update' },
  { id: 'apiKeys', href: '/settings/api-keys', permission: 'apikeys.manage' },
  { id: 'audit', href: '/settings/audit', permission: 'audit.read' },
] as const;

/** Settings: the list of pages beside the one that is open; on phones a row above it. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('core.settings');
  const { grants } = useMe();
  const groups = [
    { label: t('personal'), items: personal },
    { label: t('organisation'), items: organisation.filter(({ permission }) => grants[permission]) },
  ].filter(({ items }) => items.length > 0);
  return (
    <Page>
      <p className="mb-5 text-xl font-semibold tracking-tight">{t('title')}</p>
      <div className="gap-10 lg:grid lg:grid-cols-[11rem_minmax(0,1fr)]">
        <nav aria-label={t('title')} className="-mx-4 mb-6 flex gap-1 overflow-x-auto border-b px-4 pb-2 sm:-mx-8 sm:px-8 lg:sticky lg:top-6 lg:mx-0 lg:flex-col lg:gap-5 lg:self-start lg:border-0 lg:p-0">
          {groups.map((group) => (
            <div key={group.label} className="flex gap-1 lg:flex-col">
              <p className="hidden px-2.5 pb-1 text-xs font-medium text-subtle lg:block">{group.label}</p>
              {group.items.map((item) => (
                <SettingsLink key={item.id} href={item.href} label={t(item.id)} />
              ))}
            </div>
          ))}
        </nav>
        <div className="min-w-0">{children}</div>
      </div>
    </Page>
  );
}

function SettingsLink({ href, label }: { href: string; label: string }) {
  const current = usePathname() === href;
  return (
    <Link
      href={href}
      aria-current={current ? 'page' : undefined}
      className={cn(
        'flex h-9 shrink-0 items-center rounded-md px-2.5 font-medium whitespace-nowrap text-muted transition-colors duration-150 hover:bg-hover hover:text-fg',
        current && 'bg-sunken text-fg hover:bg-sunken',
      )}
    >
      {label}
    </Link>
  );
}

/** Heading of one settings page. */
export function SettingsHeading({ title, text, actions }: { title: string; text?: string; actions?: ReactNode }) {
  return (
    <header className="mb-5 flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0">
        <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
        {text && <p className="mt-0.5 max-w-[72ch] text-muted">{text}</p>}
      </div>
      {actions}
    </header>
  );
}
