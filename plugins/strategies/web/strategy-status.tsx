import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@loctelli/core/web';
import type { StrategyStatus } from '../contract.ts';

const tones: Record<StrategyStatus, Tone> = { draft: 'neutral', active: 'success', paused: 'warning', archived: 'neutral' };

export function StatusBadge({ status }: { status: StrategyStatus }) {
  const t = useTranslations('strategies.list.states');
  return (
    <Badge dot tone={tones[status]}>
      {t(status)}
    </Badge>
  );
}
