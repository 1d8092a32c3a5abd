'use client';
import type { ReactNode } from 'react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { cn, Link, Page, useMe, usePlugins } from '@loctelli/core/web';

const personal = ['profile', 'security'] as const;
const organisation = [
  ['brand', 'brand.update'],
  ['roles', 'roles.read'],
  ['plugins', 'plugins.update'],
  ['api-keys', 'apikeys.manage'],
  ['audit', 'audit.read'],
] as const;
const labels = { profile: 'profile', security: 'security', roles: 'roles', brand: 'brand', plugins: 'plugins', 'api-keys': 'apiKeys', audit: 'audit' } as const;

/** Settings beside their list; on phones the list lies above, in one line. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('core.settings');
  const all = useTranslations();
  const { grants } = useMe();
  const own = (page: keyof typeof labels) => ({ href: `/settings/${page}`, label: t(labels[page]) });
  const ofPlugins = usePlugins().map(({ manifest }) => ({
    label: all.has(`${manifest.id}.menu`) ? all(`${manifest.id}.menu`) : manifest.name,
    pages: (manifest.pages ?? [])
      .filter(({ section, permission }) => section === 'settings' && grants[permission])
      .map(({ path, title }) => ({ href: path, label: all(`${manifest.id}.${title}`) })),
  }));
  const groups = [
    { label: t('personal'), pages: personal.map(own) },
    { label: t('organisation'), pages: organisation.filter(([, permission]) => grants[permission]).map(([page]) => own(page)) },
    ...ofPlugins,
  ].filter(({ pages }) => pages.length > 0);
  return (
    <Page>
      <h1 className="mb-5 text-xl font-semibold tracking-tight">{t('title')}</h1>
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <nav aria-label={t('title')} className="flex gap-x-6 gap-y-5 overflow-x-auto max-lg:-mx-4 max-lg:border-b max-lg:px-4 max-lg:pb-2 lg:flex-col">
          {groups.map(({ label, pages }) => (
            <div key={label} className="max-lg:contents">
              <p className="px-2.5 pb-1.5 text-xs font-medium text-subtle max-lg:hidden">{label}</p>
              <ul className="flex gap-0.5 lg:flex-col">
                {pages.map((page) => (
                  <Entry key={page.href} {...page} />
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div className="min-w-0">{children}</div>
      </div>
    </Page>
  );
}

function Entry({ href, label }: { href: string; label: string }) {
  const current = usePathname() === href;
  return (
    <li>
      <Link
        href={href}
        aria-current={current ? 'page' : undefined}
        className={cn('flex h-8 items-center rounded-md px-2.5 whitespace-nowrap text-muted transition-colors duration-150 hover:bg-hover hover:text-fg', current && 'bg-hover font-medium text-fg')}
      >
        {label}
      </Link>
    </li>
  );
}
