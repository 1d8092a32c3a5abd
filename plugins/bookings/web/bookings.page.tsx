'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Page, PageHeader, todayIn, useCan, useShortcut } from '@loctelli/core/web';
import { BookingCalendar } from './calendar/booking-calendar.tsx';
import { Filters } from './calendar/filters.tsx';
import { HeaderActions } from './calendar/header-actions.tsx';
import { forms, type Form } from './calendar/period.ts';
import { Toolbar } from './calendar/toolbar.tsx';
import { CreateBooking, type Preset } from './create/create-booking.tsx';
import { BookingDrawer } from './drawer/booking-drawer.tsx';
import { FeedDialog } from './feed-dialog.tsx';
import { BookingList } from './list/booking-list.tsx';
import { useListQuery } from './list/use-list-query.ts';
import { useMoveBooking } from './move/use-move-booking.tsx';
import { Sections } from './sections.tsx';
import { WhyDialog } from './slots/why-dialog.tsx';
import { useAddress } from './use-address.ts';
import { useLiveBookings } from './use-set-up.ts';
import { useTimes } from './use-times.ts';

type Panel = 'create' | 'why' | 'feed';

/** The bookings as a calendar or a list, one of them beside it; the address holds all of it. */
export default function BookingsPage() {
  const t = useTranslations('bookings');
  const times = useTimes();
  const at = useAddress();
  const { address, set } = at;
  const narrow = useNarrow();
  const [panel, setPanel] = useState<Panel | null>(null);
  const [preset, setPreset] = useState<Preset>({});
  const { move, dialog } = useMoveBooking();
  const listQuery = useListQuery(address);
  useLiveBookings();
  const mayCreate = useCan('bookings.create') !== null;
  const mayMove = useCan('bookings.update') !== null;
  const create = (from: Preset = {}) => {
    setPreset({ hostId: address.host ? Number(address.host) : undefined, eventTypeId: address.type ? Number(address.type) : undefined, ...from });
    setPanel('create');
  };
  useShortcut(mayCreate ? { keys: 'c', label: t('create.action'), run: () => create(), scope: 'page' } : null);
  useIntent((wanted, clientId) => (wanted === 'create' ? mayCreate && create({ clientId }) : setPanel(wanted)));

  const form: Form = forms.find((each) => each === address.form) ?? (narrow ? 'day' : 'week');
  const day = /^\d{4}-\d{2}-\d{2}$/.test(address.day ?? '') ? address.day! : todayIn(times.zone);
  const filtered = address.host !== undefined || address.type !== undefined;
  return (
    <Page>
      <PageHeader title={t('pages.calendar')} actions={<HeaderActions query={listQuery} exportable={form === 'list'} onCreate={() => create()} onWhy={() => setPanel('why')} onFeed={() => setPanel('feed')} />} />
      <Sections current="calendar" />
      <Toolbar form={form} day={day} onForm={(next) => set({ form: next })} onDay={(next) => set({ day: next })} />
      {form === 'list' ? (
        <BookingList at={at} onOpen={(id) => set({ booking: String(id) })} onCreate={() => create()} />
      ) : (
        <>
          <Filters at={at} list={false} />
          <BookingCalendar
            form={form}
            day={day}
            hostId={address.host ? Number(address.host) : undefined}
            eventTypeId={address.type ? Number(address.type) : undefined}
            cancelled={address.cancelled === '1'}
            onClear={filtered ? () => set({ host: undefined, type: undefined }) : null}
            mayCreate={mayCreate}
            mayMove={mayMove}
            onDay={(next, as) => set({ day: next, ...(as && { form: as }) })}
            onOpen={({ id }) => set({ booking: String(id) })}
            onDraw={create}
            onMove={move}
          />
          {mayMove && <p className="mt-2 text-sm text-muted max-sm:hidden">{t('calendar.hint')}</p>}
        </>
      )}
      <BookingDrawer bookingId={Number(address.booking) || null} onClose={() => set({ booking: undefined })} onMove={move} />
      {dialog}
      {panel === 'create' && <CreateBooking preset={preset} onClose={() => setPanel(null)} onCreated={({ id }) => set({ booking: String(id) })} />}
      {panel === 'why' && <WhyDialog onClose={() => setPanel(null)} />}
      {panel === 'feed' && <FeedDialog onClose={() => setPanel(null)} />}
    </Page>
  );
}

/** `?create=1`, `?why=1` and `?feed=1`, as the command palette and other pages lead here, open their panel once. */
function useIntent(run: (panel: Panel, clientId: number | undefined) => unknown): void {
  const params = useSearchParams();
  const wanted = (['create', 'why', 'feed'] as const).find((panel) => params.has(panel));
  useEffect(() => {
    if (!wanted) return;
    const next = new URLSearchParams(window.location.search);
    const clientId = Number(next.get('client')) || undefined;
    for (const part of [wanted, 'client']) next.delete(part);
    window.history.replaceState(null, '', next.size ? `?${next}` : window.location.pathname);
    run(wanted, clientId);
    // Only the address decides.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [wanted]);
}

const query = '(max-width: 639px)';
/** Whether a week would not fit. */
const useNarrow = () =>
  useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
    () => false,
  );
