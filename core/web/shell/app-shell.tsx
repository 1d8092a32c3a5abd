'use client';
import { useEffect, useState, type ReactNode } from 'react';
import { usePathname } from 'next/navigation';
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { Menu as MenuIcon, PanelLeftClose, PanelLeftOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Brand } from '@loctelli/core';
import { useLiveState } from '../data/live.tsx';
import { Button } from '../ui/button.tsx';
import { cn } from '../ui/cn.ts';
import { BrandMark } from './brand-mark.tsx';
import { Navigation } from './navigation.tsx';
import { useMe } from './session.tsx';
import { UserMenu } from './user-menu.tsx';

const narrowKey = 'sidebar';

/** Frame of the signed-in pages: sidebar, on phones a drawer; content in `main`. */
export function AppShell({ brand, children }: { brand: Brand; children: ReactNode }) {
  const t = useTranslations('core.shell');
  const { tenant } = useMe();
  const path = usePathname();
  const [narrow, setNarrow] = useState(false);
  const [open, setOpen] = useState(false);
  useEffect(() => setNarrow(localStorage.getItem(narrowKey) === 'narrow'), []);
  useEffect(() => setOpen(false), [path]);
  const fold = (next: boolean) => {
    setNarrow(next);
    localStorage.setItem(narrowKey, next ? 'narrow' : 'wide');
  };
  return (
    <>
      <a href="#content" className="sr-only rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-20">
        {t('skip')}
      </a>
      <div className={cn('min-h-dvh md:grid', narrow ? 'md:grid-cols-[3.75rem_minmax(0,1fr)]' : 'md:grid-cols-[15rem_minmax(0,1fr)]')}>
        <aside className="sticky top-0 hidden h-dvh flex-col border-e bg-surface md:flex">
          <div className={cn('flex h-14 items-center', narrow ? 'justify-center' : 'ps-4 pe-3')}>
            <BrandMark name={brand.name} logo={brand.logo} hideName={narrow} />
          </div>
          <Navigation narrow={narrow} />
          <div className={cn('flex border-t p-2', narrow ? 'flex-col items-center gap-1' : 'items-center gap-1')}>
            <UserMenu narrow={narrow} />
            <Button variant="ghost" size="icon-sm" onClick={() => fold(!narrow)} aria-label={narrow ? t('expand') : t('collapse')} aria-expanded={!narrow} className="text-muted">
              {narrow ? <PanelLeftOpen aria-hidden className="rtl:-scale-x-100" /> : <PanelLeftClose aria-hidden className="rtl:-scale-x-100" />}
            </Button>
          </div>
        </aside>
        <div className="flex min-w-0 flex-col">
          <header className="sticky top-0 z-2 flex h-14 items-center gap-2 border-b bg-surface px-2 md:hidden">
            <BaseDialog.Root open={open} onOpenChange={setOpen}>
              <BaseDialog.Trigger render={<Button variant="ghost" size="icon" aria-label={t('openMenu')} />}>
                <MenuIcon aria-hidden />
              </BaseDialog.Trigger>
              <BaseDialog.Portal>
                <BaseDialog.Backdrop className="fixed inset-0 bg-scrim/45 transition-opacity duration-150 data-starting-style:opacity-0 data-ending-style:opacity-0" />
                <BaseDialog.Popup className="fixed inset-y-0 start-0 flex w-72 max-w-[85vw] flex-col border-e bg-surface text-fg outline-none transition-[translate,opacity] duration-200 ease-out data-starting-style:-translate-x-8 data-starting-style:opacity-0 data-ending-style:-translate-x-8 data-ending-style:opacity-0 rtl:data-starting-style:translate-x-8 rtl:data-ending-style:translate-x-8">
                  <div className="flex h-14 items-center px-4">
                    <BaseDialog.Title className="sr-only">{t('menu')}</BaseDialog.Title>
                    <BrandMark name={brand.name} logo={brand.logo} />
                  </div>
                  <Navigation />
                  <div className="border-t p-2">
                    <UserMenu />
                  </div>
                </BaseDialog.Popup>
              </BaseDialog.Portal>
            </BaseDialog.Root>
            <BrandMark name={brand.name} logo={brand.logo} />
          </header>
          {tenant.status === 'paused' && <Notice tone="warning">{t('paused')}</Notice>}
          <Connection />
          <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none">
            {children}
          </main>
        </div>
      </div>
    </>
  );
}

function Notice({ tone, children }: { tone: 'warning' | 'info'; children: ReactNode }) {
  return (
    <p role="status" className={cn('border-b px-4 py-2 text-center text-sm', tone === 'warning' ? 'bg-warning-soft text-warning-text' : 'bg-info-soft text-info-text')}>
      {children}
    </p>
  );
}

/** Says that live messages stopped, once that has lasted long enough to matter. */
function Connection() {
  const t = useTranslations('core.shell');
  const lost = useLiveState() === 'lost';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (!lost) return setShown(false);
    const timer = setTimeout(() => setShown(true), 8000);
    return () => clearTimeout(timer);
  }, [lost]);
  return shown ? <Notice tone="info">{t('lost')}</Notice> : null;
}
