'use client';
import { useTranslations } from 'next-intl';
import type { FilterField } from '@loctelli/core/web';
import type { ClientField, ClientFieldType } from '../../contract.ts';
import { statuses } from '../client-status.tsx';
import { useClientFields, useLostReasons, usePipelines } from '../use-set-up.ts';

/** What clients can be filtered by: their facts, then the tenant's own fields. */
export function useFilterFields(): FilterField[] {
  const t = useTranslations('clients');
  const { pipelines } = usePipelines();
  const reasons = useLostReasons();
  const fields = useClientFields();
  const field = (id: string, type: FilterField['type'], more: Partial<FilterField> = {}): FilterField => ({ id, type, label: t(`fields.${id}`), ...more });
  const stages = pipelines.flatMap((pipeline) => pipeline.stages.map(({ id, name }) => ({ value: String(id), label: name, ...(pipelines.length > 1 && { hint: pipeline.name }) })));
  return [
    field('stageId', 'select', { numeric: true, options: stages, nullable: true }),
    field('status', 'select', { options: statuses.map((status) => ({ value: status, label: t(`status.${status}`) })) }),
    field('ownerId', 'user', { nullable: true }),
    field('value', 'money', { nullable: true }),
    field('tags', 'tags', { nullable: true }),
    field('source', 'text', { nullable: true }),
    field('createdAt', 'date'),
    field('updatedAt', 'date'),
    field('stageSince', 'date', { nullable: true }),
    field('stuck', 'boolean'),
    field('hasOpenTask', 'boolean'),
    ...(pipelines.length > 1 ? [field('pipelineId', 'select', { numeric: true, options: pipelines.map(({ id, name }) => ({ value: String(id), label: name })) })] : []),
    ...(reasons.length > 0 ? [field('lostReasonId', 'select', { numeric: true, options: reasons.map(({ id, label }) => ({ value: String(id), label })), nullable: true })] : []),
    field('name', 'text'),
    field('email', 'text', { nullable: true }),
    field('phone', 'text', { nullable: true }),
    field('company', 'text', { nullable: true }),
    field('position', 'text', { nullable: true }),
    ...fields.map(customFilter),
  ];
}

const types: Record<ClientFieldType, FilterField['type']> = {
  text: 'text',
  url: 'text',
  email: 'text',
  phone: 'text',
  number: 'number',
  money: 'money',
  date: 'date',
  boolean: 'boolean',
  select: 'select',
  multiselect: 'select',
};

const customFilter = ({ key, label, type, options }: ClientField): FilterField => ({
  id: `custom:${key}`,
  label,
  type: types[type],
  nullable: true,
  ...(options.length > 0 && { options: options.map((option) => ({ value: option, label: option })) }),
});
