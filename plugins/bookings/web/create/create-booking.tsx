'use client';
import { useState } from 'react';
import { CalendarCog } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, buttonClass, Dialog, EmptyState, FormSkeleton, isProblem, Link, toast, useCan, useInvalidate, useIssueText, useProblemText } from '@loctelli/core/web';
import type { Booking, EventType } from '../../contract.ts';
import { bookings } from '../api.ts';
import { useEventTypes } from '../use-set-up.ts';
import { useTimes } from '../use-times.ts';
import { CreateFields } from './create-fields.tsx';
import { fieldOf, fieldOfCode, inputOf, type Draft, type DraftErrors } from './draft.ts';

export interface Preset {
  start?: string;
  length?: number;
  /** Where to look for a time. */
  day?: string;
  hostId?: number;
  eventTypeId?: number;
  clientId?: number;
}
interface Props {
  preset: Preset;
  onClose: () => void;
  onCreated?: (booking: Booking) => void;
}

/** Books somebody in. */
export function CreateBooking({ preset, onClose, onCreated }: Props) {
  const t = useTranslations('bookings.create');
  const { eventTypes, isLoading } = useEventTypes();
  const mayConfigure = useCan('bookings.configure') !== null;
  const open = eventTypes.filter(({ active }) => active);
  if (isLoading || open.length > 0) return <Loaded preset={preset} eventTypes={open} isLoading={isLoading} onClose={onClose} onCreated={onCreated} />;
  return (
    <Dialog open onOpenChange={(now) => !now && onClose()} title={t('title')}>
      <EmptyState
        compact
        icon={<CalendarCog />}
        title={t('noTypes')}
        action={
          mayConfigure && (
            <Link href="/bookings/event-types/new" className={buttonClass('primary')}>
              {t('makeType')}
            </Link>
          )
        }
      >
        {t('noTypesText')}
      </EmptyState>
    </Dialog>
  );
}

function Loaded({ preset, eventTypes, isLoading, onClose, onCreated }: Props & { eventTypes: EventType[]; isLoading: boolean }) {
  const t = useTranslations('bookings');
  const times = useTimes();
  const describe = useProblemText();
  const describeIssue = useIssueText();
  const invalidate = useInvalidate();
  const [draft, setDraft] = useState<Draft>(() => ({
    ...{ eventTypeId: preset.eventTypeId ?? null, length: null, hostId: preset.hostId ?? null, start: preset.start ?? null, override: false },
    ...{ who: 'client', clientId: preset.clientId ?? null, guestName: '', guestEmail: '', guestPhone: '' },
    ...{ answers: {}, location: '', notes: '', notify: true },
  }));
  const [errors, setErrors] = useState<DraftErrors>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const fitting = eventTypes.find(({ lengths }) => preset.length !== undefined && lengths.includes(preset.length));
  const type = eventTypes.find(({ id }) => id === draft.eventTypeId) ?? fitting ?? eventTypes[0];
  const change = (changes: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...changes }));
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !(field in changes))));
    setFailure(null);
  };

  const missing = (): DraftErrors => ({
    ...(!draft.start && { start: t('create.errors.start') }),
    ...(draft.who === 'client' && draft.clientId === null && { clientId: t('create.errors.client') }),
    ...(draft.who === 'guest' && !draft.guestName.trim() && { guestName: t('create.errors.name') }),
  });
  const submit = async () => {
    const found = missing();
    setErrors(found);
    if (!type || Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      // The host that was filtered by may not be one of this event type's.
      const hostId = type.hosts.some(({ userId }) => userId === draft.hostId) ? draft.hostId : null;
      const made = await bookings.createBooking(inputOf({ ...draft, eventTypeId: type.id, length: draft.length ?? drawn(type, preset.length), hostId }));
      invalidate(['bookings']);
      toast.success(t('create.created', { name: made.guestName, when: times.moment(made.start) }));
      onClose();
      onCreated?.(made);
    } catch (error) {
      const field = isProblem(error) ? fieldOfCode[error.code] : undefined;
      const issues = isProblem(error) && !field ? (error.document.errors ?? []) : [];
      const atFields = Object.fromEntries(issues.flatMap((issue) => (fieldOf[issue.path] ? [[fieldOf[issue.path]!, describeIssue(issue)]] : [])));
      setErrors(field ? { [field]: describe(error) } : atFields);
      setFailure(describe(error));
      invalidate(['bookings', 'slots']);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(now) => !now && onClose()}
      title={t('create.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button variant="primary" busy={busy} disabled={isLoading} onClick={() => void submit()}>
            {draft.start ? t('create.submit', { when: times.moment(draft.start) }) : t('create.book')}
          </Button>
        </>
      }
    >
      {type ? <CreateFields type={type} eventTypes={eventTypes} preset={preset} draft={{ ...draft, length: draft.length ?? drawn(type, preset.length) }} errors={errors} failure={failure} onChange={change} /> : <FormSkeleton />}
    </Dialog>
  );
}

/** The length that was drawn, where the event type has it. */
const drawn = (type: EventType, length: number | undefined): number | null => (length !== undefined && type.lengths.includes(length) ? length : null);
