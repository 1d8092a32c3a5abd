'use client';
import { useTranslations } from 'next-intl';
import { coreApi, Field, Input, Select, TagInput, useApiQuery, useCan, useMe } from '@loctelli/core/web';
import { matchBy, type MatchBy } from '../contract.ts';
import { webhooks } from './api.ts';

/** What happens to clients beside their fields. */
export interface Rules {
  matchBy: MatchBy;
  onMatch: 'update' | 'skip';
  source: string;
  tags: string[];
  stageId: number | null;
  ownerId: number | null;
}

const nobody = 'none';

export function RuleFields({ value, onChange, disabled }: { value: Rules; onChange: (value: Rules) => void; disabled?: boolean }) {
  const t = useTranslations('webhooks.rules');
  const me = useMe().user;
  const mayReadUsers = useCan('users.read') !== null;
  const { data: pipelines } = useApiQuery(['clients', 'pipelines'], () => webhooks.getPipelines());
  const { data: users } = useApiQuery(['users', 'owners'], () => coreApi.users.getUsers({ isActive: true, limit: 100 } as never), { enabled: mayReadUsers });
  const stages = (pipelines?.items ?? []).flatMap((pipeline) => pipeline.stages.map(({ id, name }) => ({ value: String(id), label: `${pipeline.name} · ${name}` })));
  const set = (next: Partial<Rules>) => onChange({ ...value, ...next });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('matchBy')} hint={t('matchByHint')}>
        <Select disabled={disabled} value={value.matchBy} onChange={(next) => set({ matchBy: next })} options={matchBy.options.map((each) => ({ value: each, label: t(`match.${each}`) }))} />
      </Field>
      <Field label={t('onMatch')}>
        <Select disabled={disabled || value.matchBy === 'none'} value={value.onMatch} onChange={(next) => set({ onMatch: next })} options={[{ value: 'update', label: t('update') }, { value: 'skip', label: t('skip') }]} />
      </Field>
      <Field label={t('source')}>
        <Input disabled={disabled} value={value.source} onChange={(event) => set({ source: event.target.value })} />
      </Field>
      <Field label={t('tags')}>
        <TagInput disabled={disabled} value={value.tags} onChange={(tags) => set({ tags })} aria-label={t('tags')} />
      </Field>
      <Field label={t('stage')}>
        <Select disabled={disabled} value={value.stageId ? String(value.stageId) : nobody} onChange={(next) => set({ stageId: next === nobody ? null : Number(next) })} options={[{ value: nobody, label: t('sameStage') }, ...stages]} />
      </Field>
      <Field label={t('owner')}>
        <Select
          disabled={disabled}
          value={value.ownerId ? String(value.ownerId) : nobody}
          onChange={(next) => set({ ownerId: next === nobody ? null : Number(next) })}
          options={[{ value: nobody, label: t('nobody') }, ...(users?.items ?? [me]).map(({ id, name }) => ({ value: String(id), label: name }))]}
        />
      </Field>
    </div>
  );
}
