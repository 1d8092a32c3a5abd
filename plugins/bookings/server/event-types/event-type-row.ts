import type { Prisma } from '@loctelli/core/server';
import type { Assignment, EventType, LocationKind, Question } from '../../contract.ts';

/** What an event type is read with, for `eventTypeOf`. */
export const withHosts = { hosts: { include: { user: { select: { name: true, isActive: true } } }, orderBy: { id: 'asc' } } } satisfies Prisma.BookingEventTypeInclude;
export type EventTypeRow = Prisma.BookingEventTypeGetPayload<{ include: typeof withHosts }>;

const date = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null;

/** An event type as others see it. */
export function eventTypeOf({ tenantId: _tenant, hosts, ...row }: EventTypeRow, origin: string): EventType {
  return {
    ...row,
    locationKind: row.locationKind as LocationKind,
    horizonKind: row.horizonKind as EventType['horizonKind'],
    assignment: row.assignment as Assignment,
    questions: row.questions as unknown as Question[],
    rangeFrom: date(row.rangeFrom),
    rangeTo: date(row.rangeTo),
    hosts: hosts.map(({ userId, scheduleId, priority, weight, user }) => ({ userId, scheduleId, priority, weight, name: user.name, isActive: user.isActive })),
    url: `${origin}/book/${row.slug}`,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}
