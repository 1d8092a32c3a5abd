'use client';
import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Card, DatePicker, Dialog, Field, todayIn } from '@loctelli/core/web';
import type { Travel } from '../../contract.ts';
import { useTimes } from '../use-times.ts';
import { Buttons, useDays } from './overrides.tsx';
import { ZoneSelect } from './zone-select.tsx';

interface Props {
  value: Travel[];
  onChange: (travels: Travel[]) => void;
  zone: string;
  disabled: boolean;
}

/** Days on which the hours are meant by the clocks of another place. */
export function Travels({ value, onChange, zone, disabled }: Props) {
  const t = useTranslations('bookings.travels');
  const times = useTimes();
  const days = useDays();
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const save = (travel: Travel) => onChange(editing === 'new' ? [...value, travel] : value.map((each, index) => (index === editing ? travel : each)));
  return (
    <Card
      title={t('title')}
      description={t('text')}
      flush
      actions={
        !disabled && (
          <Button size="sm" onClick={() => setEditing('new')}>
            <Plus aria-hidden />
            {t('add')}
          </Button>
        )
      }
    >
      {value.length === 0 ? (
        <p className="px-5 py-4 text-muted">{t('none')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {value.map((travel, index) => (
            <li key={index} className="flex items-center gap-2 px-5 py-2.5">
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{days(travel.from, travel.to)}</span>
                <span className="block text-sm text-muted">{times.zoneName(travel.zone, new Date(`${travel.from}T12:00:00Z`))}</span>
              </span>
              {!disabled && <Buttons what={days(travel.from, travel.to)} onChange={() => setEditing(index)} onRemove={() => onChange(value.filter((_, at) => at !== index))} />}
            </li>
          ))}
        </ul>
      )}
      {editing !== null && <TravelDialog travel={editing === 'new' ? null : value[editing]!} zone={zone} onSave={save} onClose={() => setEditing(null)} />}
    </Card>
  );
}

function TravelDialog({ travel, zone, onSave, onClose }: { travel: Travel | null; zone: string; onSave: (travel: Travel) => void; onClose: () => void }) {
  const t = useTranslations('bookings');
  const times = useTimes();
  const today = todayIn(times.zone);
  const [draft, setDraft] = useState<Travel>(travel ?? { from: today, to: today, zone });
  const [tried, setTried] = useState(false);
  const wrong = draft.from > draft.to ? t('overrides.wrongOrder') : undefined;
  const save = () => {
    setTried(true);
    if (wrong) return;
    onSave(draft);
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(travel ? 'travels.change' : 'travels.new')}
      footer={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button variant="primary" onClick={save}>
            {t('words.apply')}
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('overrides.from')}>
          <DatePicker value={draft.from} onChange={(from) => from && setDraft({ ...draft, from, ...(from > draft.to && { to: from }) })} />
        </Field>
        <Field label={t('overrides.to')} error={tried ? wrong : undefined}>
          <DatePicker value={draft.to} onChange={(to) => to && setDraft({ ...draft, to })} />
        </Field>
        <Field label={t('words.zone')} className="sm:col-span-2">
          <ZoneSelect label={t('words.zone')} value={draft.zone} onChange={(next) => setDraft({ ...draft, zone: next })} />
        </Field>
      </div>
    </Dialog>
  );
}
