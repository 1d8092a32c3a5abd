import { joined, type Stretch } from './calendar.ts';
import { countsOf, limitOn } from './limits.ts';
import { isSame, joinable, type HostState, type Scene, type Wish } from './scene.ts';

/** A moment that is offered. `hosts` could take it, or take it together. */
export interface FreeSlot {
  start: number;
  end: number;
  hosts: HostState[];
  seatsLeft: number;
}

/** The moments in `[from, to)` that are offered, in order. */
export function freeSlots(scene: Scene, from: number, to: number, wish: Wish): FreeSlot[] {
  const { rules, hosts, now } = scene;
  if (!rules.active || !rules.lengths.includes(wish.length) || wish.seats > rules.seats) return [];
  const earliest = Math.max(from, now + rules.notice, rules.opensAt);
  const latest = Math.min(to, rules.closesAt);
  if (earliest >= latest) return [];
  const together = rules.assignment === 'collective';
  if (together && hosts.some(({ active }) => !active)) return [];

  const byStart = new Map<number, HostState[]>();
  for (const host of hosts) {
    if (!host.active) continue;
    for (const start of freeStarts(scene, host, earliest, latest, wish)) {
      const known = byStart.get(start);
      if (known) known.push(host);
      else byStart.set(start, [host]);
    }
  }
  const starts = [...byStart.keys()].sort((a, b) => a - b);
  const slots: FreeSlot[] = [];
  for (const start of starts) {
    const able = byStart.get(start)!;
    if (together && able.length < hosts.length) continue;
    if (rules.dailyLimit !== null && (scene.perDay.get(rules.zone.dayAt(start)) ?? 0) >= rules.dailyLimit) continue;
    slots.push({ start, end: start + wish.length, hosts: able, seatsLeft: seatsLeft(scene, able, start, wish) });
  }
  return slots;
}

/** What one host's calendar and hours leave free, in `[earliest, latest)`. */
function freeStarts(scene: Scene, host: HostState, earliest: number, latest: number, wish: Wish): number[] {
  const { rules } = scene;
  const { length } = wish;
  const stretches = host.calendar.stretches(earliest, latest + length);
  const open = joined(stretches);
  const limited = rules.hostDailyLimit !== null || rules.hostWeeklyLimit !== null;
  const counts = countsOf(rules, host);
  const isFree = sweep(scene, host, wish);
  const starts: number[] = [];
  let within = 0;
  let last = -Infinity;
  for (const start of candidates(stretches, rules.step ?? length, earliest, latest)) {
    if (start <= last) continue;
    while (within < open.length && open[within + 1]! < start + length) within += 2;
    if (within >= open.length) break;
    if (start < open[within]!) continue;
    if (!isFree(start)) continue;
    if (limited && limitOn(rules, counts, host.calendar.zone.dayAt(start))) continue;
    starts.push(start);
    last = start;
  }
  return starts;
}

/** Starts as each stretch counts them, from the first one on. */
function candidates(stretches: readonly Stretch[], step: number, earliest: number, latest: number): number[] {
  const found: number[] = [];
  let isOrdered = true;
  for (const { start, end, origin } of stretches) {
    const first = Math.max(start, earliest);
    for (let at = origin + Math.ceil((first - origin) / step) * step; at < end && at < latest; at += step) {
      if (found.length && at < found[found.length - 1]!) isOrdered = false;
      found.push(at);
    }
  }
  // Only hours that overlap, as those of two zones may on a day of travel, come out of order.
  return isOrdered ? found : found.sort((a, b) => a - b);
}

/** Tells of growing starts whether another appointment, with what is kept free around it, is in the way. */
function sweep({ rules }: Scene, { taken }: HostState, { length, seats }: Wish): (start: number) => boolean {
  let widestBefore = rules.after;
  let widestAfter = rules.before;
  for (const { before, after } of taken) {
    widestBefore = Math.max(widestBefore, before);
    widestAfter = Math.max(widestAfter, after);
  }
  let next = 0;
  return (start) => {
    while (next < taken.length && taken[next]!.end + widestAfter <= start) next += 1;
    for (let index = next; index < taken.length; index++) {
      const each = taken[index]!;
      if (each.start - widestBefore >= start + length) return true;
      const isInTheWay = start < each.end + Math.max(each.after, rules.before) && start + length > each.start - Math.max(each.before, rules.after);
      if (isInTheWay && !(isSame(rules, each, start, length) && each.seats + seats <= rules.seats)) return false;
    }
    return true;
  };
}

function seatsLeft(scene: Scene, hosts: readonly HostState[], start: number, wish: Wish): number {
  const { seats } = scene.rules;
  if (seats < 2) return 1;
  const left = hosts.map((host) => seats - (joinable(scene, host, start, wish)?.seats ?? 0));
  return scene.rules.assignment === 'collective' ? Math.min(...left) : Math.max(...left);
}
