'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Dialog, Field, Input, Select, TagInput } from '@loctelli/core/web';
import type { BulkChange, ClientField, ClientStatus } from '../contract.ts';
import { BulkCustomValue } from './bulk-custom-value.tsx';
import { statuses } from './client-status.tsx';
import { useOwners } from './use-owners.ts';
import { useClientFields, useLostReasons, usePipelines } from './use-set-up.ts';

export type BulkField = 'ownerId' | 'stageId' | 'status' | 'addTags' | 'removeTags' | 'source' | `custom:${string}`;

interface Props {
  field: BulkField;
  count: number;
  number: string;
  busy: boolean;
  onClose: () => void;
  onChange: (change: BulkChange) => void;
}

const nobody = '-';

/** Asks for the one value that all the chosen clients are to have, and says in its button how many those are. */
export function BulkChangeDialog({ field, count, number, busy, onClose, onChange }: Props) {
  const t = useTranslations('clients');
  const own = useClientFields();
  const custom = field.startsWith('custom:') ? own.find(({ key }) => `custom:${key}` === field) : undefined;
  const [change, setChange] = useState<BulkChange | null>(field === 'source' ? { source: null } : null);
  const label = custom?.label ?? t(`bulk.fields.${field === 'ownerId' ? 'owner' : field === 'stageId' ? 'stage' : (field as 'source')}`);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="sm"
      title={label}
      description={t('bulk.changeText')}
      footer={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button variant="primary" busy={busy} disabled={change === null} onClick={() => change && onChange(change)}>
            {t('bulk.changeAction', { count, number })}
          </Button>
        </>
      }
    >
      <Value field={field} custom={custom} label={label} onChange={setChange} />
    </Dialog>
  );
}

type ValueProps = { label: string; onChange: (change: BulkChange | null) => void };

function Value({ field, custom, ...props }: ValueProps & { field: BulkField; custom: ClientField | undefined }) {
  if (custom) return <BulkCustomValue field={custom} label={props.label} onChange={(value) => props.onChange(value === undefined ? null : { customFields: { [custom.key]: value } })} />;
  if (field === 'ownerId') return <Owner {...props} />;
  if (field === 'stageId') return <Stage {...props} />;
  if (field === 'status') return <Status {...props} />;
  if (field === 'source') return <Source {...props} />;
  return <Tags {...props} field={field as 'addTags'} />;
}

function Owner({ label, onChange }: ValueProps) {
  const t = useTranslations('clients');
  const owners = useOwners();
  const [value, setValue] = useState<string | null>(null);
  return (
    <Field label={label}>
      <Select
        value={value}
        placeholder={t('bulk.choose')}
        options={[...owners, { value: nobody, label: t('form.nobody') }]}
        onChange={(next) => {
          setValue(next);
          onChange({ ownerId: next === nobody ? null : Number(next) });
        }}
      />
    </Field>
  );
}

function Stage({ label, onChange }: ValueProps) {
  const t = useTranslations('clients');
  const { pipelines } = usePipelines();
  const reasons = useLostReasons();
  const [stageId, setStageId] = useState<number | null>(null);
  const [reasonId, setReasonId] = useState<string | null>(null);
  const open = pipelines.filter(({ archivedAt }) => archivedAt === null);
  const options = open.flatMap(({ name, stages }) => stages.map((stage) => ({ value: String(stage.id), label: stage.name, ...(open.length > 1 && { hint: name }) })));
  const stage = open.flatMap(({ stages }) => stages).find(({ id }) => id === stageId);
  const needsReason = stage?.kind === 'lost' && reasons.length > 0;
  return (
    <div className="grid gap-4">
      <Field label={label}>
        <Select
          value={stageId === null ? null : String(stageId)}
          placeholder={t('bulk.choose')}
          options={options}
          onChange={(next) => {
            const chosen = open.flatMap(({ stages }) => stages).find(({ id }) => id === Number(next));
            setStageId(Number(next));
            onChange(chosen?.kind === 'lost' && reasons.length > 0 ? null : { stageId: Number(next) });
          }}
        />
      </Field>
      {needsReason && (
        <Field label={t('pipeline.chooseReason')}>
          <Select
            value={reasonId}
            placeholder={t('bulk.choose')}
            options={reasons.map(({ id, label: words }) => ({ value: String(id), label: words }))}
            onChange={(next) => {
              setReasonId(next);
              onChange({ stageId, lostReasonId: Number(next) });
            }}
          />
        </Field>
      )}
    </div>
  );
}

function Status({ label, onChange }: ValueProps) {
  const t = useTranslations('clients');
  const [value, setValue] = useState<string | null>(null);
  return (
    <Field label={label}>
      <Select
        value={value}
        placeholder={t('bulk.choose')}
        options={statuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        onChange={(next) => {
          setValue(next);
          onChange({ status: next as ClientStatus });
        }}
      />
    </Field>
  );
}

function Source({ label, onChange }: ValueProps) {
  const t = useTranslations('clients');
  return (
    <Field label={label} hint={t('bulk.emptyEmpties')}>
      <Input maxLength={100} onChange={(event) => onChange({ source: event.target.value.trim() || null })} />
    </Field>
  );
}

function Tags({ label, field, onChange }: ValueProps & { field: 'addTags' | 'removeTags' }) {
  const [tags, setTags] = useState<string[]>([]);
  return (
    <Field label={label}>
      <TagInput
        aria-label={label}
        value={tags}
        onChange={(next) => {
          setTags(next);
          onChange(next.length ? { [field]: next } : null);
        }}
      />
    </Field>
  );
}
