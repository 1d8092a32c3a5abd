'use client';
import { CalendarDays } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { SavedView } from '@loctelli/core';
import { Button, DataTable, EmptyState, ListState, SavedViews, useApiPages, useCan, type Column, type MenuAction } from '@loctelli/core/web';
import type { Booking } from '../../contract.ts';
import { bookings } from '../api.ts';
import { StatusBadge } from '../booking-status.tsx';
import { Filters } from '../calendar/filters.tsx';
import { ColourDot } from '../colour.tsx';
import { useBookingStep } from '../drawer/use-booking-step.ts';
import { viewParts, type AddressState } from '../use-address.ts';
import { minutesBetween, useTimes } from '../use-times.ts';
import { useListQuery } from './use-list-query.ts';

const pageSize = 100;

/** The bookings as rows, with filters that can be kept as views. */
export function BookingList({ at, onOpen, onCreate }: { at: AddressState; onOpen: (id: number) => void; onCreate: () => void }) {
  const t = useTranslations('bookings');
  const { address, set } = at;
  const query = useListQuery(address);
  const list = useApiPages(['bookings', 'list', query], (cursor) => bookings.getBookings({ ...query, cursor, limit: pageSize }));
  const columns = useColumns();
  const menu = useRowMenu(onOpen);
  const mayCreate = useCan('bookings.create') !== null;
  const asked = Object.fromEntries(viewParts.flatMap((part) => (address[part] ? [[part, address[part]]] : [])));
  return (
    <>
      <div className="mb-2">
        <SavedViews
          list="bookings"
          allLabel={t('list.all')}
          current={address.view ? Number(address.view) : null}
          query={asked as SavedView['query']}
          pristine={Object.keys(address).every((part) => part === 'form')}
          onOpen={(view) => set({ ...Object.fromEntries(viewParts.map((part) => [part, textOf(view?.query[part])])), view: view ? String(view.id) : undefined })}
        />
      </div>
      <Filters at={at} list />
      <ListState
        list={list}
        endless
        filtered={Object.keys(asked).length > 0}
        onClear={() => set(Object.fromEntries(viewParts.map((part) => [part, undefined])))}
        empty={
          <EmptyState icon={<CalendarDays />} title={t('list.emptyTitle')} action={mayCreate && <Button variant="primary" onClick={onCreate}>{t('create.action')}</Button>}>
            {t('list.emptyText')}
          </EmptyState>
        }
      >
        {(rows) => (
          <DataTable
            virtual
            heightClass="max-h-[calc(100dvh-19rem)] min-h-80"
            label={t('pages.calendar')}
            columns={columns}
            rows={rows}
            rowId={({ id }) => String(id)}
            rowLabel={({ guestName }) => guestName}
            rowHref={({ id }) => `/bookings?${hrefOf(id)}`}
            rowMenu={menu}
            refreshing={list.isRefreshing}
            onEnd={list.loadMore}
            hasMore={list.hasMore}
            {...(list.total && { matching: list.total })}
          />
        )}
      </ListState>
    </>
  );
}

/** The same list with the booking open beside it. */
function hrefOf(id: number): string {
  const next = new URLSearchParams(typeof window === 'undefined' ? '' : window.location.search);
  next.set('booking', String(id));
  return String(next);
}

const textOf = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

function useRowMenu(onOpen: (id: number) => void): (booking: Booking) => { items: MenuAction[] }[] {
  const t = useTranslations('bookings');
  const take = useBookingStep();
  const mayUpdate = useCan('bookings.update') !== null;
  return (booking) => [
    {
      items: [
        { id: 'open', label: t('words.open'), onSelect: () => onOpen(booking.id) },
        ...(mayUpdate && booking.status === 'pending' ? [{ id: 'confirm', label: t('steps.confirm'), onSelect: () => void take(booking, 'confirm') }] : []),
        ...(mayUpdate && booking.status === 'confirmed' && Date.parse(booking.start) <= Date.now() ? [{ id: 'no-show', label: t('steps.noShow'), onSelect: () => void take(booking, 'noShow') }] : []),
      ],
    },
  ];
}

function useColumns(): Column<Booking>[] {
  const t = useTranslations('bookings');
  const times = useTimes();
  return [
    { id: 'guest', header: t('words.guest'), card: 'title', width: 180, cell: ({ guestName }) => <span className="block truncate font-medium">{guestName}</span> },
    { id: 'when', header: t('words.when'), width: 215, cell: ({ start }) => <span className="block truncate tabular-nums">{times.moment(start)}</span> },
    { id: 'length', header: t('words.length'), width: 95, card: 'hidden', cell: ({ start, end }) => <span className="text-muted">{times.length(minutesBetween(start, end))}</span> },
    {
      id: 'type',
      header: t('words.eventType'),
      width: 200,
      cell: ({ title, colour }) => (
        <span className="flex min-w-0 items-center gap-2">
          <ColourDot colour={colour} />
          <span className="truncate">{title}</span>
        </span>
      ),
    },
    { id: 'host', header: t('words.host'), width: 150, cell: ({ hostName }) => <span className="block truncate">{hostName}</span> },
    { id: 'status', header: t('words.status'), width: 145, cell: ({ status }) => <StatusBadge status={status} /> },
    { id: 'source', header: t('facts.source'), width: 120, card: 'hidden', cell: ({ source }) => <span className="text-muted">{t(`sources.${source}`)}</span> },
  ];
}
