import { Injectable } from '@nestjs/common';
import { Access, Cache, Database, Settings } from '@loctelli/core/server';
import type { Question } from '../contract.ts';
import { Calendar, type Availability } from './engine/calendar.ts';
import type { HostState } from './engine/scene.ts';
import { dayOf, Zone } from './engine/zone.ts';

/** An event type as the engine's loader and the rules of booking need it. */
export interface EventTypeSetup {
  id: number;
  title: string;
  slug: string;
  description: string | null;
  lengths: number[];
  locationKind: string;
  locationValue: string | null;
  bufferBefore: number;
  bufferAfter: number;
  minimumNotice: number;
  horizonKind: string;
  horizonDays: number;
  rangeFrom: string | null;
  rangeTo: string | null;
  dailyLimit: number | null;
  hostDailyLimit: number | null;
  hostWeeklyLimit: number | null;
  slotStep: number | null;
  seats: number;
  colour: number;
  assignment: string;
  keepsHost: boolean;
  needsConfirmation: boolean;
  guestMayCancel: boolean;
  guestMayReschedule: boolean;
  cancelCutoff: number;
  rescheduleCutoff: number;
  reminders: number[];
  questions: Question[];
  active: boolean;
  listed: boolean;
  hosts: { userId: number; scheduleId: number | null; priority: number; weight: number }[];
}
interface Stored {
  types: EventTypeSetup[];
  schedules: ({ id: number; userId: number; isDefault: boolean } & Availability)[];
  holidays: { date: string; name: string }[];
  users: { id: number; name: string; email: string; isActive: boolean; teamId: number | null; zone: string | null; locale: string | null }[];
}
export type HostUser = Stored['users'][number];

/** All that a tenant has set up, ready to be asked. */
export class Setup {
  readonly types: ReadonlyMap<number, EventTypeSetup>;
  readonly holidays: ReadonlyMap<number, string>;
  readonly #users: ReadonlyMap<number, HostUser>;
  readonly #calendars = new Map<number, Calendar>();
  readonly #schedules: Map<number, Stored['schedules'][number]>;
  readonly #defaults: Map<number, number>;

  constructor(
    stored: Stored,
    /** Whose days limits and horizons are counted in. */
    readonly zone: Zone,
  ) {
    this.types = new Map(stored.types.map((type) => [type.id, type]));
    this.holidays = new Map(stored.holidays.map(({ date, name }) => [dayOf(date), name]));
    this.#users = new Map(stored.users.map((user) => [user.id, user]));
    this.#schedules = new Map(stored.schedules.map((schedule) => [schedule.id, schedule]));
    this.#defaults = new Map(stored.schedules.filter(({ isDefault }) => isDefault).map(({ id, userId }) => [userId, id]));
  }

  bySlug(slug: string): EventTypeSetup | undefined {
    return [...this.types.values()].find((type) => type.slug === slug);
  }

  user(id: number): HostUser | undefined {
    return this.#users.get(id);
  }

  get users(): HostUser[] {
    return [...this.#users.values()];
  }

  hasSchedule(userId: number): boolean {
    return this.#defaults.has(userId);
  }

  /** The hosts of an event type with nothing in their calendars yet. A host without a schedule is never open. */
  hostsOf(type: EventTypeSetup): Omit<HostState, 'taken' | 'load' | 'lastGiven'>[] {
    return type.hosts.map(({ userId, scheduleId, priority, weight }) => {
      const user = this.#users.get(userId);
      return { id: userId, name: user?.name ?? '', active: user?.isActive ?? false, priority, weight, calendar: this.#calendar(scheduleId ?? this.#defaults.get(userId) ?? 0) };
    });
  }

  #calendar(scheduleId: number): Calendar {
    const known = this.#calendars.get(scheduleId);
    if (known) return known;
    const availability = this.#schedules.get(scheduleId) ?? { zone: this.zone.name, weekly: [], overrides: [], travels: [], observesHolidays: true };
    const calendar = new Calendar(availability, this.holidays);
    this.#calendars.set(scheduleId, calendar);
    return calendar;
  }
}

/** Hands out what the tenant in the air has set up, as it is now. */
@Injectable()
export class BookingSetup {
  /** By their text and zone: as long as nothing changes, nothing is built anew. */
  readonly #built = new Map<string, Map<string, Setup>>();

  constructor(
    private readonly db: Database,
    private readonly cache: Cache,
    private readonly settings: Settings,
    private readonly access: Access,
  ) {}

  async get(): Promise<Setup> {
    const models = ['BookingEventType', 'BookingHost', 'BookingSchedule', 'BookingHoliday', 'User'];
    const [text, settings] = await Promise.all([this.cache.remember(models, 'bookings.setup', () => this.#load()), this.settings.get<{ zone?: string }>('bookings')]);
    const zone = zoneOf(settings.zone, this.access.tenant.zone);
    const known = this.#built.get(text)?.get(zone.name);
    if (known) return known;
    const setup = new Setup(JSON.parse(text) as Stored, zone);
    // What tenants had set up before is never asked for again: dropped as a whole, at worst some are built once more.
    if (this.#built.size > 300) this.#built.clear();
    this.#built.set(text, new Map(this.#built.get(text)).set(zone.name, setup));
    return setup;
  }

  async #load(): Promise<string> {
    const [types, schedules, holidays, users] = await Promise.all([
      this.db.bookingEventType.findMany({ include: { hosts: { orderBy: { id: 'asc' } } }, orderBy: [{ title: 'asc' }, { id: 'asc' }] }),
      this.db.bookingSchedule.findMany(),
      this.db.bookingHoliday.findMany(),
      this.db.user.findMany({ select: { id: true, name: true, email: true, isActive: true, teamId: true, zone: true, locale: true }, orderBy: { name: 'asc' } }),
    ]);
    const date = (at: Date | null) => at?.toISOString().slice(0, 10) ?? null;
    return JSON.stringify({
      types: types.map((type) => ({ ...type, rangeFrom: date(type.rangeFrom), rangeTo: date(type.rangeTo) })),
      schedules,
      holidays: holidays.map(({ date: day, name }) => ({ date: date(day), name })),
      users,
    });
  }
}

/** A zone somebody typed into a setting may be none. */
function zoneOf(wanted: string | undefined, fallback: string): Zone {
  try {
    return Zone.of(wanted || fallback);
  } catch {
    return Zone.of(fallback);
  }
}
