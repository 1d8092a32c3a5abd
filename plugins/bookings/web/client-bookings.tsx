'use client';
import { useState } from 'react';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Card, ErrorState, Skeleton, useApiQuery, useCan } from '@loctelli/core/web';
import type { Client } from '../../clients/contract.ts';
import type { Booking } from '../contract.ts';
import { bookings } from './api.ts';
import { BookingLine } from './booking-line.tsx';
import { CreateBooking } from './create/create-booking.tsx';
import { BookingDrawer } from './drawer/booking-drawer.tsx';
import { useMoveBooking } from './move/use-move-booking.tsx';
import { useLiveBookings } from './use-set-up.ts';
import { useTimes } from './use-times.ts';

/** How many are shown before one asks for the rest. */
const few = 3;

/** A client's appointments beside their page: what is coming, what was, and a way to make another. */
export default function ClientBookings({ client }: { client: Client }) {
  const t = useTranslations('bookings.client');
  const [creating, setCreating] = useState(false);
  const [open, setOpen] = useState<number | null>(null);
  const { move, dialog } = useMoveBooking();
  useLiveBookings();
  const mayCreate = useCan('bookings.create') !== null && client.deletedAt === null;
  const { data, error, refetch } = useApiQuery(['bookings', 'client', client.id], () => bookings.getBookings({ clientId: client.id, direction: 'desc', limit: 50 }));
  const items = data?.items ?? [];
  const now = Date.now();
  const coming = items.filter(({ end, status }) => Date.parse(end) > now && status !== 'cancelled').reverse();
  const past = items.filter((booking) => !coming.includes(booking));
  return (
    <Card
      title={t('title')}
      actions={
        mayCreate && (
          <Button size="sm" onClick={() => setCreating(true)}>
            <Plus aria-hidden />
            {t('book')}
          </Button>
        )
      }
    >
      {error && !data ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-16" />
      ) : items.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <div className="flex flex-col gap-3">
          <Lines title={t('coming')} items={coming} none={t('noneComing')} onOpen={setOpen} />
          {past.length > 0 && <Lines title={t('past')} items={past} onOpen={setOpen} />}
        </div>
      )}
      {creating && <CreateBooking preset={{ clientId: client.id }} onClose={() => setCreating(false)} />}
      <BookingDrawer bookingId={open} onClose={() => setOpen(null)} onMove={move} />
      {dialog}
    </Card>
  );
}

function Lines({ title, items, none, onOpen }: { title: string; items: Booking[]; none?: string; onOpen: (id: number) => void }) {
  const t = useTranslations('bookings.client');
  const times = useTimes();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, few);
  return (
    <section>
      <h3 className="mb-1 text-sm font-medium text-muted">{title}</h3>
      {items.length === 0 && <p className="text-muted">{none}</p>}
      <ul>
        {shown.map((booking) => (
          <BookingLine key={booking.id} booking={booking} title={booking.title} text={times.moment(booking.start)} onOpen={() => onOpen(booking.id)} />
        ))}
      </ul>
      {shown.length < items.length && (
        <Button variant="ghost" size="sm" className="-ms-2.5" onClick={() => setAll(true)}>
          {t('more', { count: items.length - shown.length })}
        </Button>
      )}
    </section>
  );
}
