'use client';
import { Suspense } from 'react';
import { clsx } from 'clsx';
import { ChevronsUpDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { late } from '../slots/late.tsx';
import { initials } from '../ui/initials.ts';
import { useLatePopup } from './late-popup.ts';
import { useMe } from './session.tsx';

const Panel = late(() => import('./user-menu-panel.tsx'));

/** Who is signed in, and behind it what is theirs alone: theme, language, zone, profile, signing out. */
export function UserMenu({ narrow }: { narrow?: boolean }) {
  const t = useTranslations('core.shell');
  const { user } = useMe();
  const { button, wanted, popup } = useLatePopup('menu', Panel.preload);
  return (
    <>
      <button
        type="button"
        {...button}
        aria-label={t('account', { name: user.name })}
        className={clsx('flex min-w-0 items-center gap-2.5 rounded-md p-1.5 text-start transition-colors duration-150 hover:bg-hover', narrow ? 'flex-none' : 'flex-1')}
      >
        <span aria-hidden className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-[0.625rem] font-semibold text-on-accent-soft">
          {initials(user.name)}
        </span>
        {!narrow && (
          <>
            <span className="min-w-0 flex-1 truncate font-medium">{user.name}</span>
            <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-subtle" />
          </>
        )}
      </button>
      {wanted && (
        <Suspense>
          <Panel {...popup} />
        </Suspense>
      )}
    </>
  );
}
