'use client';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Checkbox, Field, Input, Select, Textarea } from '@loctelli/core/web';
import type { EventType } from '../../contract.ts';
import { ColourDot } from '../colour.tsx';
import { MomentPicker } from '../slots/moment-picker.tsx';
import { useTimes } from '../use-times.ts';
import { AnswerField } from './answer-field.tsx';
import type { Preset } from './create-booking.tsx';
import type { Draft, DraftErrors } from './draft.ts';
import { WhoFields } from './who-fields.tsx';

interface Props {
  type: EventType;
  eventTypes: EventType[];
  preset: Preset;
  draft: Draft;
  errors: DraftErrors;
  failure: string | null;
  onChange: (changes: Partial<Draft>) => void;
}

const anyone = 'any';

export function CreateFields({ type, eventTypes, preset, draft, errors, failure, onChange }: Props) {
  const t = useTranslations('bookings');
  const hosts = type.hosts.filter(({ isActive }) => isActive);
  const hostId = hosts.some(({ userId }) => userId === draft.hostId) ? draft.hostId : null;
  const optional = t('words.optional');
  const asksWhere = type.locationKind === 'guest-address' || type.locationKind === 'other';
  return (
    <div className="flex flex-col gap-5">
      {failure && (
        <p role="alert" className="flex gap-2.5 rounded-md bg-danger-soft px-3.5 py-2.5 text-danger-text">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {failure}
        </p>
      )}
      <WhatFields type={type} eventTypes={eventTypes} draft={draft} onChange={onChange} hostId={hostId} hosts={hosts} />
      <WhoFields draft={draft} errors={errors} onChange={onChange} />
      <div>
        <h3 className="mb-2 text-sm font-medium">{t('words.when')}</h3>
        <MomentPicker
          key={type.id}
          eventTypeId={type.id}
          length={draft.length ?? undefined}
          hostId={hostId ?? undefined}
          day={preset.day}
          exact={preset.start !== undefined}
          value={{ start: draft.start, override: draft.override }}
          onChange={onChange}
        />
        {errors.start && (
          <p role="alert" className="mt-1.5 text-sm text-danger-text">
            {errors.start}
          </p>
        )}
      </div>
      {asksWhere && (
        <Field label={t(`locations.${type.locationKind}`)} optional={optional} error={errors.location}>
          <Input value={draft.location} maxLength={500} onChange={(event) => onChange({ location: event.target.value })} />
        </Field>
      )}
      {type.questions.map((question) => (
        <AnswerField key={question.key} question={question} value={draft.answers[question.key]} onChange={(value) => onChange({ answers: { ...draft.answers, [question.key]: value ?? null } })} />
      ))}
      {errors.answers && <p className="text-sm text-danger-text">{errors.answers}</p>}
      <Field label={t('notes.label')} optional={optional} hint={t('notes.hint')}>
        <Textarea rows={2} maxLength={5000} value={draft.notes} onChange={(event) => onChange({ notes: event.target.value })} />
      </Field>
      <Checkbox checked={draft.notify} onChange={(notify) => onChange({ notify })} label={t('words.notify')} />
    </div>
  );
}

interface WhatProps extends Pick<Props, 'type' | 'eventTypes' | 'draft' | 'onChange'> {
  hosts: EventType['hosts'];
  hostId: number | null;
}

/** What is booked, for how long and with whom. Another of these has other free times. */
function WhatFields({ type, eventTypes, draft, onChange, hosts, hostId }: WhatProps) {
  const t = useTranslations('bookings');
  const times = useTimes();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t('words.eventType')} className={type.lengths.length > 1 ? undefined : 'sm:col-span-2'}>
        <Select
          value={String(type.id)}
          onChange={(id) => onChange({ eventTypeId: Number(id), length: null, answers: {} })}
          options={eventTypes.map(({ id, title, colour }) => ({ value: String(id), label: title, icon: <ColourDot colour={colour} /> }))}
        />
      </Field>
      {type.lengths.length > 1 && (
        <Field label={t('words.length')}>
          <Select value={String(draft.length ?? type.lengths[0])} onChange={(length) => onChange({ length: Number(length), override: false })} options={type.lengths.map((each) => ({ value: String(each), label: times.length(each) }))} />
        </Field>
      )}
      {hosts.length > 1 && type.assignment !== 'collective' && (
        <Field label={t('words.host')} className="sm:col-span-2">
          <Select
            value={hostId === null ? anyone : String(hostId)}
            onChange={(id) => onChange({ hostId: id === anyone ? null : Number(id), override: false })}
            options={[{ value: anyone, label: t('create.anyHost') }, ...hosts.map(({ userId, name }) => ({ value: String(userId), label: name }))]}
          />
        </Field>
      )}
    </div>
  );
}
