'use client';
import { useEffect, useMemo, useRef } from 'react';
import FullCalendar, { type CalendarRef, type EventInput } from '@fullcalendar/react';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import timeGrid from '@fullcalendar/react/timegrid';
import theme from '@fullcalendar/react/themes/breezy';
import { useLocale, useTranslations } from 'next-intl';
import { cn, firstWeekday, wallClock } from '@loctelli/core/web';
import '@fullcalendar/react/skeleton.css';
import '@fullcalendar/react/themes/breezy/theme.css';
import './full-calendar.css';
import type { Booking } from '../../contract.ts';
import { colourOf } from '../colour.tsx';
import { minutesBetween, useTimes } from '../use-times.ts';
import { EventFace } from './event-face.tsx';
import { daysOf, type GridForm } from './period.ts';
import { useGrab } from './use-grab.ts';

export interface GridProps {
  form: GridForm;
  day: string;
  items: readonly Booking[];
  mayCreate: boolean;
  mayMove: boolean;
  onDay: (day: string, form?: GridForm) => void;
  onOpen: (booking: Booking) => void;
  /** Drawn by hand; without a length, a day of the month. */
  onDraw: (drawn: { start?: string; length?: number; day: string }) => void;
  onMove: (booking: Booking, to: { start: string; length?: number }) => Promise<boolean>;
}

const views = { day: 'timeGridDay', week: 'timeGridWeek', month: 'dayGridMonth' } as const;
const plugins = [dayGrid, timeGrid, interaction, theme];
const live = (booking: Booking) => booking.status === 'pending' || booking.status === 'confirmed';

/** Day, week and month of @fullcalendar/react in the tenant's look. It is heavy: imported when first shown. */
export default function Grid({ form, day, items, mayCreate, mayMove, onDay, onOpen, onDraw, onMove }: GridProps) {
  const t = useTranslations('bookings.calendar');
  const locale = useLocale();
  const times = useTimes();
  const calendar = useRef<CalendarRef>(null);
  const box = useRef<HTMLDivElement>(null);
  const rtl = locale === 'ar';
  const { zone } = times;
  const { from, until } = daysOf(form, day, locale);
  const { grabbed, grab } = useGrab({
    zone,
    rtl,
    byWeeks: form === 'month',
    onDay: (next) => (next < from || next >= until) && onDay(next),
    onDrop: (booking, start) => void onMove(booking, { start }),
  });

  useEffect(() => {
    // Outside React's own pass: the calendar draws itself at once.
    queueMicrotask(() => calendar.current?.getApi().changeView(views[form], day));
  }, [form, day]);

  const events = useMemo(
    () =>
      items.map((booking): EventInput => {
        const start = grabbed?.booking.id === booking.id ? grabbed.start : booking.start;
        return {
          id: String(booking.id),
          start,
          end: new Date(Date.parse(start) + minutesBetween(booking.start, booking.end) * 60_000).toISOString(),
          title: booking.guestName,
          color: colourOf(booking.colour),
          editable: mayMove && live(booking),
          extendedProps: { booking },
        };
      }),
    [items, grabbed, mayMove],
  );
  const bookingOf = (id: string) => items.find((each) => String(each.id) === id);
  const dayText = (at: string) => wallClock(new Date(at), zone).day;

  return (
    <div
      ref={box}
      className="booking-calendar relative h-[calc(100dvh-17.5rem)] min-h-120"
      onKeyDown={(event) => {
        const id = (event.target as HTMLElement).closest<HTMLElement>('[data-booking]')?.dataset.booking;
        const booking = id && bookingOf(id);
        if (!booking || event.key !== 'm' || event.ctrlKey || event.metaKey || event.altKey || !mayMove || !live(booking)) return;
        event.preventDefault();
        event.stopPropagation();
        grab(booking);
      }}
    >
      <FullCalendar
        ref={calendar}
        plugins={plugins}
        initialView={views[form]}
        initialDate={day}
        headerToolbar={false}
        height="100%"
        locale={locale}
        direction={rtl ? 'rtl' : 'ltr'}
        firstDay={firstWeekday(locale)}
        timeZone={zone}
        allDaySlot={false}
        nowIndicator
        navLinks
        navLinkDayClick={(date, event) => {
          event.preventDefault();
          onDay(wallClock(date, zone).day, 'day');
        }}
        dayMaxEvents={3}
        fixedWeekCount={false}
        columnEventClass="my-px! rounded-sm! border-0! [border-inline-start:3px_solid_var(--fc-event-color)]!"
        columnEventInnerClass="p-0!"
        slotMinHeight={38}
        slotDuration="00:30:00"
        snapDuration="00:15:00"
        scrollTime="07:30:00"
        scrollTimeReset={false}
        eventMinHeight={18}
        slotEventOverlap={false}
        eventInteractive
        events={events}
        selectable={mayCreate}
        selectMirror
        longPressDelay={350}
        moreLinkText={(count) => t('more', { count })}
        closeHint={t('close')}
        eventsHint={t('events')}
        navLinkHint={(text) => t('goTo', { day: text })}
        eventContent={({ event, isMirror }) => {
          const booking = event.extendedProps.booking as Booking | undefined;
          if (!booking || !event.start) return isMirror && event.start ? <span className="block px-1.5 text-xs tabular-nums">{times.span(event.start, event.end ?? event.start)}</span> : undefined;
          const end = event.end ?? event.start;
          return <EventFace booking={booking} line={form === 'month'} minutes={(end.getTime() - event.start.getTime()) / 60_000} time={form === 'month' ? times.clock(event.start.toISOString()) : times.span(event.start, end)} />;
        }}
        eventClass={(info) => {
          const booking = info.event.extendedProps.booking as Booking | undefined;
          return cn(booking && !live(booking) && 'bg-sunken!', booking?.status === 'pending' && 'outline-1 -outline-offset-1 outline-dashed outline-warning', booking && grabbed?.booking.id === booking.id && 'ring-2 ring-focus');
        }}
        eventDidMount={({ el, event }) => {
          const booking = event.extendedProps.booking as Booking | undefined;
          if (booking) el.dataset.booking = String(booking.id);
        }}
        eventClick={(info) => {
          info.jsEvent.preventDefault();
          onOpen(info.event.extendedProps.booking as Booking);
        }}
        eventDrop={(info) => {
          const booking = bookingOf(info.event.id);
          // What is shown comes from the bookings: they move at once, or stay.
          info.revert();
          if (booking && info.event.start) void onMove(booking, { start: new Date(info.event.startStr).toISOString() });
        }}
        eventResize={(info) => {
          const booking = bookingOf(info.event.id);
          const [start, end] = [new Date(info.event.startStr).toISOString(), new Date(info.event.endStr).toISOString()];
          info.revert();
          if (booking) void onMove(booking, { start, length: minutesBetween(start, end) });
        }}
        select={(info) => {
          calendar.current?.getApi().unselect();
          if (info.allDay) onDraw({ day: info.startStr.slice(0, 10) });
          else {
            const start = new Date(info.startStr).toISOString();
            onDraw({ start, length: minutesBetween(start, new Date(info.endStr).toISOString()), day: dayText(start) });
          }
        }}
      />
      <p aria-live="assertive" className="sr-only">
        {grabbed && t('held', { name: grabbed.booking.guestName, when: times.moment(grabbed.start) })}
      </p>
      {grabbed && <p className="pointer-events-none absolute inset-x-0 bottom-3 z-5 mx-auto w-fit rounded-md border bg-raised px-3 py-1.5 text-sm shadow-float">{t('holding', { when: times.moment(grabbed.start) })}</p>}
    </div>
  );
}
