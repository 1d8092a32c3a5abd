'use client';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../ui/dialog.tsx';
import { Keys } from './keys.tsx';
import type { ShortcutScope } from './registry.ts';
import { useShortcuts } from './use-shortcut.ts';

const scopes: ShortcutScope[] = ['page', 'list', 'go', 'general'];

/** Every shortcut that works on the page behind it, by where it belongs. */
export default function ShortcutSheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('core.shell.sheet');
  const active = useShortcuts();
  const groups = scopes.map((scope) => ({ scope, entries: active.filter((shortcut) => (shortcut.scope ?? 'page') === scope) })).filter(({ entries }) => entries.length > 0);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('title')} description={t('text')} size="lg">
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
        {groups.map(({ scope, entries }) => (
          <section key={scope} className="min-w-0">
            <h3 className="mb-1.5 text-xs font-medium text-muted">{t(scope)}</h3>
            <ul className="divide-y">
              {entries.map(({ keys, label }) => (
                <li key={keys} className="flex min-h-9 items-center justify-between gap-4 py-1.5">
                  <span className="min-w-0">{label}</span>
                  <Keys keys={keys} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
