import { defineMetric } from '@loctelli/core';

const columns = `b.id, b."hostId" as host, (select t.title from "BookingEventType" t where t."tenantId" = b."tenantId" and t.id = b."eventTypeId") as type,
  b.source, b."clientId", b."guestName" as name`;
const shared = { dimensions: { host: 'host', type: 'type', source: 'source', client: 'clientId' }, permission: 'bookings.read', owner: 'host', label: 'name' } as const;
const at = (column: string) => `(b."${column}" at time zone 'utc') as at`;
const drill = (more: string) => `/bookings?view=list&from={from}&to={to}&hostId={host}${more}`;

/** What bookings can be measured by. */
export const bookingMetrics = [
  defineMetric({ ...shared, name: 'bookings.booked', unit: 'count', aggregate: 'count', sql: `select ${columns}, ${at('createdAt')}, 1::numeric as value from "Booking" b`, funnel: { id: 'sales', order: 30 } }),
  defineMetric({
    ...shared,
    name: 'bookings.cancelled',
    unit: 'count',
    aggregate: 'count',
    sql: `select ${columns}, ${at('cancelledAt')}, 1::numeric as value from "Booking" b where b.status = 'cancelled' and b."cancelledAt" is not null`,
  }),
  defineMetric({
    ...shared,
    name: 'bookings.no-show',
    unit: 'percent',
    aggregate: 'share',
    sql: `select ${columns}, ${at('startsAt')}, (b.status = 'no-show')::int::numeric as value from "Booking" b
      where b.status in ('confirmed', 'no-show') and b."startsAt" < now() at time zone 'utc'`,
    drill: drill('&status=no-show'),
  }),
  defineMetric({
    ...shared,
    name: 'bookings.lead-time',
    unit: 'seconds',
    aggregate: 'median',
    sql: `select ${columns}, ${at('createdAt')}, extract(epoch from b."startsAt" - b."createdAt")::numeric as value from "Booking" b where b."startsAt" > b."createdAt"`,
  }),
];
