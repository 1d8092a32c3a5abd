'use client';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { clsx } from 'clsx';
import { CloudOff, Info, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useLiveState } from '../data/live.tsx';

export function Notice({ tone, children }: { tone: 'warning' | 'info'; children: ReactNode }) {
  return (
    <p role="status" className={clsx('flex items-start justify-center gap-2 border-b px-4 py-2 text-sm text-pretty [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0', tone === 'warning' ? 'bg-warning-soft text-warning-text' : 'bg-info-soft text-info-text')}>
      {children}
    </p>
  );
}

/** The account may be looked at and not changed. */
export function Paused() {
  const t = useTranslations('core.shell');
  return (
    <Notice tone="warning">
      <TriangleAlert aria-hidden />
      {t('paused')}
    </Notice>
  );
}

function watchNetwork(listener: () => void) {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

/** Whether the browser believes it is connected; it is often too hopeful, never too gloomy. */
export const useOnline = (): boolean => useSyncExternalStore(watchNetwork, () => navigator.onLine, () => true);

/** Says that there is no network, at once; that live messages stopped, once that has lasted long enough to matter. */
export function Connection() {
  const t = useTranslations('core.shell');
  const online = useOnline();
  const lost = useLiveState() === 'lost';
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!lost) return setLong(false);
    const timer = setTimeout(() => setLong(true), 8_000);
    return () => clearTimeout(timer);
  }, [lost]);
  if (!online)
    return (
      <Notice tone="warning">
        <CloudOff aria-hidden />
        {t('offline')}
      </Notice>
    );
  if (!long) return null;
  return (
    <Notice tone="info">
      <Info aria-hidden />
      {t('lost')}
    </Notice>
  );
}
