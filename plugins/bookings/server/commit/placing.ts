import { Injectable } from '@nestjs/common';
import { problem } from '@loctelli/core/server';
import { bookingErrors } from '../../contract.ts';
import type { Reason, ReasonCode } from '../../contract.ts';
import type { EventTypeSetup } from '../booking-setup.ts';
import { assign } from '../engine/assign.ts';
import { joinable, type HostState, type Scene, type Wish } from '../engine/scene.ts';
import { whyNot } from '../engine/why-not.ts';
import { Scenes } from '../slots/scenes.ts';
import { Appointments } from './appointments.ts';
import { reasonText } from './reason-text.ts';

const minuteMs = 60_000;

/** Where a booking is to go. */
export interface Place {
  type: EventTypeSetup;
  start: number;
  /** Minutes. */
  length: number;
  seats: number;
  /** Who may take it; all hosts of the event type unless told. */
  hostIds?: readonly number[] | undefined;
  exceptBookingId?: number | undefined;
  /** Guests are held to every rule. Staff choose starts and lengths of their own; with `override` only what is taken stands in the way. */
  by: 'guest' | 'staff' | 'override';
}
/** Where it went. The first host is the one it belongs to. */
export interface Placed {
  sessionId: number;
  hosts: HostState[];
  start: Date;
  end: Date;
}

const staffMay: readonly ReasonCode[] = ['grid', 'length'];
/** Nobody goes past these. */
const hard: readonly ReasonCode[] = ['busy', 'seats', 'no-hosts', 'host-inactive'];
/** What others have come first to. */
const contested: readonly ReasonCode[] = ['busy', 'buffer-after', 'buffer-before', 'seats', 'host-day-limit', 'host-week-limit', 'day-limit'];

/** Puts a booking into its hosts' calendars, by the engine that showed the slot. */
@Injectable()
export class Placing {
  constructor(
    private readonly scenes: Scenes,
    private readonly appointments: Appointments,
  ) {}

  /** Whether it could go there now, at the cost of a read. Throws bookings.taken or bookings.not-offered. */
  async check(place: Place): Promise<void> {
    judge(await this.#scene(place, false), place);
  }

  /** Looks again and takes the time. Call it inside a unit of work that holds the lock. Throws bookings.taken or bookings.not-offered. */
  async put(place: Place): Promise<Placed> {
    const { type, start, length } = place;
    const scene = await this.#scene(place, true);
    const able = judge(scene, place);
    const wish = wishOf(place);
    const hosts = assign(scene, able, start, wish);
    const times = { start: new Date(start), end: new Date(start + length * minuteMs) };
    const shared = joinable(scene, hosts[0]!, start, wish);
    const sessionId = shared?.sessionId ?? (await this.appointments.take({ eventTypeId: type.id, hostIds: hosts.map(({ id }) => id), ...times }));
    return { sessionId, hosts, ...times };
  }

  /** Keeps everybody else who would commit for these hosts waiting until the unit of work ends. Throws bookings.contended. */
  async lock({ type, hostIds }: Pick<Place, 'type' | 'hostIds'>, further: readonly number[] = []): Promise<void> {
    const ids = type.hosts.map(({ userId }) => userId).filter((id) => !hostIds || hostIds.includes(id));
    await this.appointments.lock([...ids, ...further], type.dailyLimit === null ? null : type.id);
  }

  #scene({ type, start, length, hostIds, exceptBookingId }: Place, forTurn: boolean): Promise<Scene> {
    return this.scenes.load(type, start, start + length * minuteMs, { hostIds: type.assignment === 'collective' ? undefined : hostIds, exceptBookingId, forTurn });
  }
}

const wishOf = ({ length, seats }: Place): Wish => ({ length: length * minuteMs, seats });

/** Those who could take it. */
function judge(scene: Scene, place: Place): HostState[] {
  const { reasons, hosts } = whyNot(scene, place.start, wishOf(place));
  const counts = ({ code }: Reason) => place.by === 'guest' || (place.by === 'staff' ? !staffMay.includes(code) : hard.includes(code));
  const general = reasons.filter((reason) => reason.hostId === null && counts(reason));
  const each = hosts.map(({ host, reasons: own }) => ({ host, reasons: own.filter(counts) }));
  const able = each.filter(({ reasons: own }) => !own.length).map(({ host }) => host);
  const isTogether = scene.rules.assignment === 'collective';
  if (!general.length && able.length && (!isTogether || able.length === hosts.length)) return able;

  const isContested = (list: readonly Reason[]) => list.length > 0 && list.every(({ code }) => contested.includes(code));
  const lost = [...general, ...each.flatMap(({ reasons: own }) => own)];
  const wasThere = isTogether ? isContested(lost) : (!general.length || isContested(general)) && each.some(({ reasons: own }) => !own.length || isContested(own));
  // Whom a host meets and when is nobody's business outside.
  const told = place.by === 'guest' ? undefined : lost.map((reason) => ({ path: 'start', code: reason.code, message: reasonText(reason, scene.rules.zone.name) }));
  throw problem(wasThere ? bookingErrors.taken : bookingErrors.notOffered, undefined, told);
}
