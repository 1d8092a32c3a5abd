'use client';
import { Fragment } from 'react';
import { useTranslations } from 'next-intl';
import { cn } from '../../ui/cn.ts';
import { useApple } from './use-apple.ts';

const signs: Record<string, string> = { Enter: '↵', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', Backspace: '⌫' };

/** The keys of a shortcut as caps: `g c`, `mod+k`. A sequence is read as its language is; keys pressed together stand as on the keyboard. */
export function Keys({ keys, className }: { keys: string; className?: string }) {
  const t = useTranslations('core.shell');
  const apple = useApple();
  const modifiers: Record<string, string> = { mod: apple ? '⌘' : 'Ctrl', shift: apple ? '⇧' : 'Shift', alt: apple ? '⌥' : 'Alt' };
  return (
    <span className={cn('inline-flex shrink-0 items-center gap-1 text-xs text-muted', className)}>
      {keys.split(' ').map((stroke, index) => (
        <Fragment key={index}>
          {index > 0 && <span className="text-subtle">{t('then')}</span>}
          <span dir="ltr" className="inline-flex gap-1">
            {stroke.split('+').map((key) => (
              <kbd key={key} className="grid h-5 min-w-5 place-items-center rounded-sm border bg-sunken px-1 font-sans font-medium">
                {modifiers[key] ?? signs[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
              </kbd>
            ))}
          </span>
        </Fragment>
      ))}
    </span>
  );
}
