'use client';
import { Hourglass } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@loctelli/core/web';
import type { StageKind } from '../contract.ts';
import { isStuck, usePipelines } from './use-set-up.ts';

export const stageTones: Record<StageKind, Tone> = { open: 'info', won: 'success', lost: 'danger' };

/** Where a client stands, with a mark when it has stood there for too long. */
export function StageBadge({ stageId, since }: { stageId: number | null; since: string | null }) {
  const t = useTranslations('clients.pipeline');
  const stage = usePipelines().stages.get(stageId ?? 0);
  if (!stage) return <span className="text-subtle">—</span>;
  const stuck = isStuck(stage, since);
  return (
    <span className="inline-flex items-center gap-1.5">
      <Badge tone={stageTones[stage.kind]} dot>
        {stage.name}
      </Badge>
      {stuck && (
        <span title={t('stuck', { days: stage.stuckAfterDays! })} className="text-warning-text">
          <Hourglass aria-hidden className="size-3.5" />
          <span className="sr-only">{t('stuck', { days: stage.stuckAfterDays! })}</span>
        </span>
      )}
    </span>
  );
}
