import type { Reason, ReasonCode } from '../../contract.ts';
import { joined } from './calendar.ts';
import { countsOf, limitOn } from './limits.ts';
import { isSame, type HostState, type Scene, type Wish } from './scene.ts';
import { dateOf, mondayOf } from './zone.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Why a moment is not offered. `reasons` is empty exactly when `freeSlots` offers it. */
export interface WhyNot {
  reasons: Reason[];
  hosts: { host: HostState; reasons: Reason[] }[];
}

/** Every reason there is, first those of the event type, then those of the hosts, as far as it is up to them. */
export function whyNot(scene: Scene, start: number, wish: Wish): WhyNot {
  const { rules, hosts } = scene;
  const general = generalReasons(scene, start, wish);
  const each = hosts.map((host) => ({ host, reasons: hostReasons(scene, host, start, wish) }));
  if (!hosts.length) general.push(reasonOf('no-hosts'));
  const isFree = rules.assignment === 'collective' ? each.every(({ reasons }) => !reasons.length) : each.some(({ reasons }) => !reasons.length);
  return { reasons: [...general, ...(isFree ? [] : each.flatMap(({ reasons }) => reasons))], hosts: each };
}

function generalReasons({ rules, now, perDay }: Scene, start: number, { length, seats }: Wish): Reason[] {
  const reasons: Reason[] = [];
  if (!rules.active) reasons.push(reasonOf('inactive'));
  if (!rules.lengths.includes(length)) reasons.push(reasonOf('length', { minutes: length / minuteMs }));
  if (seats > rules.seats) reasons.push(reasonOf('seats', { left: rules.seats, seats }));
  if (start < now) reasons.push(reasonOf('past'));
  else if (start < now + rules.notice) reasons.push(reasonOf('notice', { minutes: rules.notice / minuteMs, at: iso(now + rules.notice) }));
  if (start < rules.opensAt) reasons.push(reasonOf('too-early', { at: iso(rules.opensAt) }));
  if (start >= rules.closesAt) reasons.push(reasonOf('horizon', { at: iso(rules.closesAt) }));
  const day = rules.zone.dayAt(start);
  if (rules.dailyLimit !== null && (perDay.get(day) ?? 0) >= rules.dailyLimit) reasons.push(reasonOf('day-limit', { limit: rules.dailyLimit, date: dateOf(day), zone: rules.zone.name }));
  return reasons;
}

/** Why one host could not take it. */
export function hostReasons(scene: Scene, host: HostState, start: number, wish: Wish): Reason[] {
  const { rules } = scene;
  const about = (code: ReasonCode, params: Reason['params'] = {}): Reason => ({ code, hostId: host.id, params: { host: host.name, ...params } });
  if (!host.active) return [about('host-inactive')];
  const reasons = [...hoursReasons(scene, host, start, wish, about), ...takenReasons(scene, host, start, wish, about)];
  const day = host.calendar.zone.dayAt(start);
  const broken = limitOn(rules, countsOf(rules, host), day);
  const zone = host.calendar.zone.name;
  if (broken === 'host-day-limit') reasons.push(about(broken, { limit: rules.hostDailyLimit!, date: dateOf(day), zone }));
  if (broken === 'host-week-limit') reasons.push(about(broken, { limit: rules.hostWeeklyLimit!, date: dateOf(mondayOf(day)), zone }));
  return reasons;
}

type About = (code: ReasonCode, params?: Reason['params']) => Reason;

function hoursReasons({ rules }: Scene, { calendar }: HostState, start: number, { length }: Wish, about: About): Reason[] {
  const end = start + length;
  const stretches = calendar.stretches(start - dayMs, end + dayMs);
  const open = joined(stretches);
  const isOpen = open.some((edge, index) => index % 2 === 0 && edge <= start && end <= open[index + 1]!);
  if (isOpen) {
    const step = rules.step ?? length;
    const within = stretches.filter((stretch) => stretch.start <= start && start < stretch.end);
    if (within.some(({ origin }) => (start - origin) % step === 0)) return [];
    const [nearest] = within;
    if (!nearest) return [about('grid')];
    const before = nearest.origin + Math.floor((start - nearest.origin) / step) * step;
    return [about('grid', { ...(before >= nearest.start && { before: iso(before) }), ...(before + step < nearest.end && { after: iso(before + step) }) })];
  }
  const plan = calendar.planAt(start);
  const date = dateOf(plan.day);
  const zone = plan.zone.name;
  if (plan.source === 'holiday') return [about('holiday', { date, zone, name: plan.note ?? '' })];
  if (plan.source === 'time-off') return [about('time-off', { date, zone, ...(plan.note && { note: plan.note }) })];
  const today = stretches.filter((stretch) => plan.zone.dayAt(stretch.start) === plan.day);
  const nearest = today.toSorted((a, b) => distance(a, start) - distance(b, start))[0];
  return nearest ? [about('hours', { date, zone, from: iso(nearest.start), to: iso(nearest.end) })] : [about('day-off', { date, zone })];
}

function takenReasons({ rules }: Scene, { taken }: HostState, start: number, { length, seats }: Wish, about: About): Reason[] {
  const end = start + length;
  return taken.flatMap((each): Reason[] => {
    if (isSame(rules, each, start, length)) return each.seats + seats <= rules.seats ? [] : [about('seats', { left: rules.seats - each.seats, seats })];
    if (start < each.end && end > each.start) return [about('busy', { from: iso(each.start), to: iso(each.end) })];
    const [after, before] = [Math.max(each.after, rules.before), Math.max(each.before, rules.after)];
    if (start >= each.end && start < each.end + after) return [about('buffer-after', { at: iso(each.end), minutes: after / minuteMs })];
    if (end <= each.start && end > each.start - before) return [about('buffer-before', { at: iso(each.start), minutes: before / minuteMs })];
    return [];
  });
}

const distance = ({ start, end }: { start: number; end: number }, at: number) => (at < start ? start - at : at > end ? at - end : 0);
const reasonOf = (code: ReasonCode, params: Reason['params'] = {}): Reason => ({ code, hostId: null, params });
const iso = (instant: number) => (Math.abs(instant) < 8.64e15 ? new Date(instant).toISOString() : '');
