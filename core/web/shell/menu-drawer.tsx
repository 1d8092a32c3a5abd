'use client';
import { Dialog } from '@base-ui/react/dialog';
import { useTranslations } from 'next-intl';
import type { Brand } from '@loctelli/core';
import { BrandMark } from './brand-mark.tsx';
import JobsTray from './jobs/jobs-tray.tsx';
import type { PopupState } from './late-popup.ts';
import { Navigation } from './navigation.tsx';
import { UserMenu } from './user-menu.tsx';

/** The sidebar on phones. */
export default function MenuDrawer({ open, onOpenChange, anchor, brand }: PopupState & { brand: Brand }) {
  const t = useTranslations('core.shell');
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-3 bg-scrim/45 transition-opacity duration-150 data-starting-style:opacity-0 data-ending-style:opacity-0" />
        <Dialog.Popup
          finalFocus={anchor}
          className="sidebar fixed inset-y-0 start-0 z-3 flex w-72 max-w-[85vw] flex-col border-e bg-surface text-fg outline-none transition-[translate,opacity] duration-200 ease-out data-starting-style:-translate-x-8 data-starting-style:opacity-0 data-ending-style:-translate-x-8 data-ending-style:opacity-0 rtl:data-starting-style:translate-x-8 rtl:data-ending-style:translate-x-8"
        >
          <div className="flex h-14 shrink-0 items-center px-4">
            <Dialog.Title className="sr-only">{t('menu')}</Dialog.Title>
            <BrandMark name={brand.name} logo={brand.logo} logoDark={brand.logoDark} />
          </div>
          <Navigation />
          <div className="border-t p-2">
            <JobsTray side="top" />
            <div className="flex">
              <UserMenu />
            </div>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
