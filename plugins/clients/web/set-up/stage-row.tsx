'use client';
import { Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Input, NumberInput, Select } from '@loctelli/core/web';
import type { StageKind } from '../../contract.ts';

/** A stage being edited; `key` tells rows apart before they have an id. */
export interface StageDraft {
  key: string;
  id?: number;
  name: string;
  kind: StageKind;
  stuckAfterDays: number | null;
  probability: number;
}

interface Props {
  stage: StageDraft;
  onChange: (stage: StageDraft) => void;
  onRemove: (() => void) | undefined;
  /** Its name is empty or taken. */
  invalid: boolean;
}

const kinds = ['open', 'won', 'lost'] as const;

/** One stage of a pipeline: what it is called, what it means, when a client counts as stuck, how likely a deal is. */
export function StageRow({ stage, onChange, onRemove, invalid }: Props) {
  const t = useTranslations('clients.pipelines');
  const set = (change: Partial<StageDraft>) => onChange({ ...stage, ...change });
  const named = (label: string) => t('of', { label, stage: stage.name || t('newStage') });
  return (
    <div className="grid flex-1 grid-cols-2 gap-2 sm:grid-cols-[minmax(8rem,1fr)_8rem_7rem_6rem_auto]">
      <Input
        value={stage.name}
        onChange={(event) => set({ name: event.target.value })}
        aria-label={named(t('name'))}
        aria-invalid={invalid || undefined}
        placeholder={t('newStage')}
        maxLength={60}
        className="max-sm:col-span-2"
      />
      <Select
        aria-label={named(t('kind'))}
        value={stage.kind}
        onChange={(kind) => set({ kind: kind as StageKind, ...(kind !== 'open' && { stuckAfterDays: null, probability: kind === 'won' ? 100 : 0 }) })}
        options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <NumberInput
        aria-label={named(t('stuckAfter'))}
        value={stage.stuckAfterDays}
        onChange={(days) => set({ stuckAfterDays: days })}
        min={1}
        max={3650}
        decimals={0}
        placeholder={t('never')}
        end={t('daysShort')}
        disabled={stage.kind !== 'open'}
      />
      <NumberInput aria-label={named(t('probability'))} value={stage.probability} onChange={(percent) => set({ probability: percent ?? 0 })} min={0} max={100} decimals={0} end="%" disabled={stage.kind !== 'open'} />
      <Button variant="ghost" size="icon" onClick={onRemove} disabled={!onRemove} aria-label={t('removeStage', { stage: stage.name || t('newStage') })}>
        <Trash2 aria-hidden />
      </Button>
    </div>
  );
}
