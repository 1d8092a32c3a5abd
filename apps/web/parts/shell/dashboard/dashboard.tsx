'use client';
import { Suspense, useState } from 'react';
import { LayoutGrid } from 'lucide-react';
import { useLocale, useNow, useTimeZone, useTranslations } from 'next-intl';
import type { Preference } from '@loctelli/core';
import { Link } from '@loctelli/core/web';
import { usePreference } from '../../../../../core/web/data/preference.ts';
import { useCan, useMe } from '../../../../../core/web/shell/session.tsx';
import { late } from '../../../../../core/web/slots/late.tsx';
import { PartBoundary } from '../../../../../core/web/slots/plugins.tsx';
import { buttonClass } from '../../../../../core/web/ui/button-class.ts';
import { EmptyState } from '../../../../../core/web/ui/empty-state.tsx';
import { arrange, visible, type Arrangement } from './arrange.ts';
import { useWidgets } from './use-widgets.ts';
import { gridClass, WidgetCard } from './widget-card.tsx';

const Editor = late(() => import('./dashboard-editor.tsx'));

/** The user's widgets as they arranged them. Arranging is another mode, whose code is fetched when it is entered. */
export function Dashboard({ preference }: { preference: Preference | null }) {
  const t = useTranslations('core.dashboard');
  const [editing, setEditing] = useState(false);
  const available = useWidgets();
  const kept = usePreference<Arrangement>('dashboard', (preference ?? undefined) as never);
  const list = arrange(available, kept.value);
  const shown = visible(list, available);
  const canSwitch = useCan('plugins.update');
  const grid = (
    <div className={gridClass}>
      {shown.map(({ id, size }) => (
        <WidgetCard key={id} widget={available.find((widget) => widget.id === id)!} size={size} />
      ))}
    </div>
  );
  return (
    <div className="px-4 py-6 sm:px-8">
      <header className="mb-5 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <Greeting />
        {available.length > 0 && (
          <button type="button" aria-pressed={editing} onPointerEnter={Editor.preload} onFocus={Editor.preload} onClick={() => setEditing(!editing)} className={buttonClass(editing ? 'primary' : 'secondary')}>
            <LayoutGrid aria-hidden />
            {editing ? t('done') : t('arrange')}
          </button>
        )}
      </header>
      {available.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState
            icon={<LayoutGrid />}
            title={t('emptyTitle')}
            action={
              canSwitch && (
                <Link href="/settings/plugins" className={buttonClass()}>
                  {t('emptyAction')}
                </Link>
              )
            }
          >
            {t('emptyText')}
          </EmptyState>
        </div>
      ) : editing ? (
        <PartBoundary>
          <Suspense fallback={grid}>
            <Editor available={available} list={list} kept={kept} />
          </Suspense>
        </PartBoundary>
      ) : shown.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState
            icon={<LayoutGrid />}
            title={t('nothingTitle')}
            action={
              <button type="button" onClick={() => setEditing(true)} className={buttonClass()}>
                {t('arrange')}
              </button>
            }
          >
            {t('nothingText')}
          </EmptyState>
        </div>
      ) : (
        grid
      )}
    </div>
  );
}

function Greeting() {
  const t = useTranslations('core.dashboard');
  const locale = useLocale();
  const { user } = useMe();
  const now = useNow();
  const zone = useTimeZone();
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone: zone }).format(now));
  const greeting = hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening';
  return (
    <div className="min-w-0">
      <h1 className="text-xl font-semibold tracking-tight text-balance">{t(greeting, { name: user.name.split(' ')[0]! })}</h1>
      <p className="mt-1 text-muted">{new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long' }).format(now)}</p>
    </div>
  );
}
