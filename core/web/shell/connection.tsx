'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { CloudOff, Info } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useLiveState } from '../data/live.tsx';
import { Notice } from './notice.tsx';

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
export default function Connection() {
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
