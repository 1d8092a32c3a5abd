'use client';
import { clsx } from 'clsx';
import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '../ui/button-class.ts';
import { preloadPalette } from './overlays.tsx';
import { useShellUi } from './shell-ui.tsx';
import { useApple } from './shortcuts/use-apple.ts';

/** Opens the command palette: in the sidebar a field one presses, elsewhere an icon. */
export function SearchButton({ small }: { small?: boolean }) {
  const t = useTranslations('core.shell');
  const { setPalette } = useShellUi();
  const apple = useApple();
  return (
    <button
      type="button"
      onClick={() => setPalette(true)}
      onPointerEnter={preloadPalette}
      onFocus={preloadPalette}
      aria-haspopup="dialog"
      aria-keyshortcuts={apple ? 'Meta+K' : 'Control+K'}
      aria-label={small ? t('search') : undefined}
      title={small ? t('search') : undefined}
      className={
        small
          ? clsx(buttonClass('ghost', 'icon'), 'text-muted')
          : 'flex h-9 w-full items-center gap-2.5 rounded-md border bg-surface px-2.5 text-muted transition-colors duration-150 hover:bg-hover hover:text-fg [&_svg]:size-4 [&_svg]:shrink-0'
      }
    >
      <Search aria-hidden />
      {!small && (
        <>
          <span className="min-w-0 flex-1 truncate text-start">{t('search')}</span>
          <kbd dir="ltr" aria-hidden className="shrink-0 font-sans text-xs text-subtle">
            {apple ? '⌘K' : 'Ctrl K'}
          </kbd>
        </>
      )}
    </button>
  );
}
