'use client';
import { Suspense, useEffect, type ReactNode } from 'react';
import { usePathname } from 'next/navigation';
import { clsx } from 'clsx';
import { Menu as MenuIcon, PanelLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Brand } from '@loctelli/core';
import { usePreference } from '../data/preference.ts';
import { late } from '../slots/late.tsx';
import { PartBoundary } from '../slots/plugins.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Bell } from './bell/bell.tsx';
import { BrandMark } from './brand-mark.tsx';
import { useLatePopup } from './late-popup.ts';
import { Navigation } from './navigation.tsx';
import { Notice } from './notice.tsx';
import { Overlays, useIdle } from './overlays.tsx';
import { SearchButton } from './search-button.tsx';
import { useMe } from './session.tsx';
import { ShellUiProvider } from './shell-ui.tsx';
import { sidebarCookie, type ShellPreference } from './shell-preference.ts';
import { UserMenu } from './user-menu.tsx';

const MenuDrawer = late(() => import('./menu-drawer.tsx'));
const Connection = late(() => import('./connection.tsx'));
const JobsTray = late(() => import('./jobs/jobs-tray.tsx'));

interface Props {
  brand: Brand;
  /** As the server found it, so that the first painting is the right one. */
  preference: ShellPreference;
  children: ReactNode;
}

/** Frame of the signed-in pages: sidebar, on phones a drawer; content in `main`. What opens is fetched when it is about to be pressed. */
export function AppShell({ brand, preference, children }: Props) {
  const t = useTranslations('core.shell');
  const { tenant } = useMe();
  const kept = usePreference<ShellPreference>('shell', { value: preference, from: 'own' });
  const narrow = kept.value?.sidebar === 'narrow';
  const idle = useIdle();
  const fold = (next: boolean) => {
    const sidebar = next ? 'narrow' : 'wide';
    document.cookie = `${sidebarCookie}=${sidebar}; path=/; max-age=31536000; samesite=lax`;
    kept.set({ ...kept.value, sidebar });
  };
  return (
    <ShellUiProvider>
      <a href="#content" className="sr-only rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-20">
        {t('skip')}
      </a>
      <div className={clsx('min-h-dvh md:grid', narrow ? 'md:grid-cols-[3.75rem_minmax(0,1fr)]' : 'md:grid-cols-[15rem_minmax(0,1fr)]')}>
        <aside className="sidebar sticky top-0 hidden h-dvh flex-col border-e bg-surface md:flex">
          <div className={clsx('flex shrink-0 items-center', narrow ? 'flex-col gap-1 pt-3.5' : 'h-14 gap-2 ps-4 pe-2')}>
            <div className={narrow ? 'mb-1' : 'min-w-0 flex-1'}>
              <BrandMark name={brand.name} logo={brand.logo} logoDark={brand.logoDark} hideName={narrow} />
            </div>
            <Bell side={narrow ? 'end' : 'bottom'} />
            {narrow && <SearchButton small />}
          </div>
          {!narrow && (
            <div className="px-2 pb-1">
              <SearchButton />
            </div>
          )}
          <Navigation narrow={narrow} />
          <div className="border-t p-2">
            {idle && (
              <PartBoundary silent>
                <Suspense>
                  <JobsTray narrow={narrow} side="top" />
                </Suspense>
              </PartBoundary>
            )}
            <div className={clsx('flex gap-1', narrow ? 'flex-col items-center' : 'items-center')}>
              <UserMenu narrow={narrow} />
              <FoldButton narrow={narrow} onFold={fold} />
            </div>
          </div>
        </aside>
        <div className="flex min-h-dvh min-w-0 flex-col">
          <header className="sidebar sticky top-0 z-2 flex h-14 items-center gap-1 border-b bg-surface px-2 md:hidden">
            <DrawerButton brand={brand} />
            <div className="min-w-0 flex-1">
              <BrandMark name={brand.name} logo={brand.logo} logoDark={brand.logoDark} />
            </div>
            <SearchButton small />
            <Bell />
          </header>
          {tenant.status === 'paused' && <Notice tone="warning">{t('paused')}</Notice>}
          {idle && (
            <PartBoundary silent>
              <Suspense>
                <Connection />
              </Suspense>
            </PartBoundary>
          )}
          <main id="content" tabIndex={-1} className="relative min-w-0 flex-1 outline-none">
            {children}
          </main>
        </div>
      </div>
      <Overlays onFold={() => fold(!narrow)} />
    </ShellUiProvider>
  );
}

function FoldButton({ narrow, onFold }: { narrow: boolean; onFold: (narrow: boolean) => void }) {
  const t = useTranslations('core.shell');
  const label = narrow ? t('expand') : t('collapse');
  return (
    <button type="button" onClick={() => onFold(!narrow)} aria-label={label} aria-expanded={!narrow} title={label} className={clsx(buttonClass('ghost', 'icon-sm'), 'text-muted')}>
      <PanelLeft aria-hidden className="rtl:-scale-x-100" />
    </button>
  );
}

function DrawerButton({ brand }: { brand: Brand }) {
  const t = useTranslations('core.shell');
  const path = usePathname();
  const { button, wanted, popup } = useLatePopup('dialog', MenuDrawer.preload);
  const { onOpenChange } = popup;
  useEffect(() => onOpenChange(false), [path, onOpenChange]);
  return (
    <>
      <button type="button" {...button} aria-label={t('openMenu')} className={buttonClass('ghost', 'icon')}>
        <MenuIcon aria-hidden />
      </button>
      {wanted && (
        <Suspense>
          <MenuDrawer {...popup} brand={brand} />
        </Suspense>
      )}
    </>
  );
}
