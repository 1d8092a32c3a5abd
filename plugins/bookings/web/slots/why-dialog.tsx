'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { DateTimePicker, Dialog, Field, Select } from '@loctelli/core/web';
import { ColourDot } from '../colour.tsx';
import { useEventTypes } from '../use-set-up.ts';
import { useTimes } from '../use-times.ts';
import { Reasons } from './reasons.tsx';

const anyHost = 'any';

/** Why a time is not offered: of any event type, for everybody or for one host. */
export function WhyDialog({ eventTypeId, onClose }: { eventTypeId?: number; onClose: () => void }) {
  const t = useTranslations('bookings');
  const times = useTimes();
  const { eventTypes } = useEventTypes();
  const [typeId, setTypeId] = useState<number | undefined>(eventTypeId);
  const [at, setAt] = useState<string | null>(null);
  const [length, setLength] = useState<number | null>(null);
  const [host, setHost] = useState(anyHost);
  const type = eventTypes.find(({ id }) => id === typeId) ?? eventTypes[0];
  const moment = type && at ? { eventTypeId: type.id, at, ...(length !== null && { length }), ...(host !== anyHost && { hostId: Number(host) }) } : null;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('explain.title')} description={t('explain.text')}>
      <div className="flex flex-col gap-4">
        <Field label={t('words.eventType')}>
          <Select
            value={type ? String(type.id) : null}
            onChange={(id) => {
              setTypeId(Number(id));
              setLength(null);
              setHost(anyHost);
            }}
            options={eventTypes.map(({ id, title, colour }) => ({ value: String(id), label: title, icon: <ColourDot colour={colour} /> }))}
          />
        </Field>
        {type && (type.lengths.length > 1 || type.hosts.length > 1) && (
          <div className="grid gap-4 sm:grid-cols-2">
            {type.lengths.length > 1 && (
              <Field label={t('words.length')}>
                <Select value={String(length ?? type.lengths[0])} onChange={(next) => setLength(Number(next))} options={type.lengths.map((each) => ({ value: String(each), label: times.length(each) }))} />
              </Field>
            )}
            {type.hosts.length > 1 && (
              <Field label={t('words.host')}>
                <Select value={host} onChange={setHost} options={[{ value: anyHost, label: t('create.anyHost') }, ...type.hosts.map(({ userId, name }) => ({ value: String(userId), label: name }))]} />
              </Field>
            )}
          </div>
        )}
        <div className="flex flex-col gap-1.5">
          {/* Its two fields have names of their own. */}
          <span aria-hidden className="text-sm font-medium">
            {t('explain.moment')}
          </span>
          <DateTimePicker aria-label={t('explain.moment')} value={at} onChange={setAt} />
        </div>
        {moment && <Reasons moment={moment} byHost />}
      </div>
    </Dialog>
  );
}
