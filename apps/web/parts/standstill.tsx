'use client';
import { useEffect } from 'react';
import { useTranslations } from 'next-intl';
import { CirclePause, CloudOff, Compass } from 'lucide-react';
import { EmptyState } from '../../../core/web/ui/empty-state.tsx';

const icons = { unknown: Compass, suspended: CirclePause, away: CloudOff };
const texts = { unknown: 'unknownHost', suspended: 'suspended', away: 'unavailable' } as const;

/** The whole answer of a host that serves nobody right now. */
export function Standstill({ state, name }: { state: keyof typeof icons; name: string }) {
  const t = useTranslations('core.shell');
  const Icon = icons[state];
  useEffect(() => {
    if (state !== 'away') return;
    const timer = setTimeout(() => location.reload(), 4000);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <EmptyState page icon={<Icon />} title={t(`${texts[state]}Title`, { name })}>
        {t(`${texts[state]}Text`)}
      </EmptyState>
    </main>
  );
}
