import { getTranslations } from 'next-intl/server';
import { CirclePause, CloudOff, Compass } from 'lucide-react';
import { EmptyState } from '../../../core/web/ui/empty-state.tsx';
import { ReloadSoon } from './reload-soon.tsx';

const icons = { unknown: Compass, suspended: CirclePause, away: CloudOff };
const texts = { unknown: 'unknownHost', suspended: 'suspended', away: 'unavailable' } as const;

/** The whole answer of a host that serves nobody right now. */
export async function Standstill({ state, name }: { state: keyof typeof icons; name: string }) {
  const t = await getTranslations('core.shell');
  const Icon = icons[state];
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <EmptyState page icon={<Icon />} title={t(`${texts[state]}Title`, { name })}>
        {t(`${texts[state]}Text`)}
      </EmptyState>
      {state === 'away' && <ReloadSoon />}
    </main>
  );
}
