import { one, type Dice } from '@loctelli/core/server';
import type { Calendar } from '../engine/calendar.ts';
import type { Zone } from '../engine/zone.ts';
import { searchText } from '../bookings/booking-row.ts';
import type { Scene, SceneType } from './scenes.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
const [back, ahead] = [60, 21];

interface World {
  scene: Scene;
  types: (Omit<SceneType, 'hosts'> & { id: number; hostIds: number[] })[];
  hosts: { id: number; name: string; calendar: Calendar }[];
  clients: { id: number; name: string; email: string | null; phone: string | null; zone: string | null }[];
  zone: Zone;
}

/** Bookings as they come about: each host's days one after the other, nothing over anything, fewer the further ahead. */
export function makeBookings({ scene, types, hosts, clients, zone }: World, random: Dice) {
  const now = Date.now();
  return hosts.flatMap((host) => {
    const own = types.filter(({ hostIds, share }) => share > 0 && hostIds.includes(host.id));
    const draw = own.flatMap((type) => Array<(typeof own)[number]>(type.share).fill(type));
    if (!draw.length) return [];
    return host.calendar.stretches(now - back * dayMs, now + ahead * dayMs).flatMap(({ start, end }) => {
      const found = [];
      for (let at = start; ; ) {
        const type = one(random, draw);
        const length = one(random, type.lengths) * minuteMs;
        if (at + length > end) return found;
        const distance = (at - now) / dayMs;
        const chance = distance < 0 ? 0.62 : 0.7 * Math.exp(-distance / 9);
        if (random() < chance) found.push(bookingOf({ type, host, client: one(random, clients), at, length, scene, zone, now }, random));
        at += Math.ceil((length + type.bufferAfter * minuteMs) / (15 * minuteMs)) * 15 * minuteMs;
      }
    });
  });
}

interface Draw {
  type: World['types'][number];
  host: World['hosts'][number];
  client: World['clients'][number];
  at: number;
  length: number;
  scene: Scene;
  zone: Zone;
  now: number;
}

function bookingOf({ type, host, client, at, length, scene, zone, now }: Draw, random: Dice) {
  const isPast = at < now;
  const luck = random();
  const status = luck < 0.1 ? 'cancelled' : isPast && luck < 0.17 ? 'no-show' : !isPast && type.needsConfirmation && luck < 0.6 ? 'pending' : 'confirmed';
  const lead = (0.5 + random() ** 2 * 13) * dayMs;
  const createdAt = new Date(Math.min(at - lead, now - random() * dayMs));
  const cancelledAt = status === 'cancelled' ? new Date(Math.min(createdAt.getTime() + random() * (at - createdAt.getTime()), now)) : null;
  const source = random() < 0.65 ? 'page' : 'staff';
  const answers = source === 'page' ? type.questions.filter(({ required, type: kind }) => required && kind === 'select').map(({ key, label, options }) => ({ key, label, value: one(random, options) })) : [];
  return {
    ...{ uid: uuidOf(random), eventTypeId: type.id, title: type.title, hostId: host.id, hostName: host.name, clientId: client.id, status, source, answers, createdAt, cancelledAt },
    ...{ startsAt: new Date(at), endsAt: new Date(at + length), updatedAt: cancelledAt ?? createdAt, createdById: source === 'staff' ? host.id : null },
    ...{ guestName: client.name, guestEmail: client.email, guestPhone: client.phone, guestZone: client.zone ?? zone.name, search: searchText(client.name, client.email, client.phone) },
    ...{ locationKind: type.locationKind, location: type.locationKind === 'phone' ? client.phone : type.locationValue },
    notes: random() < 0.25 ? one(random, scene.notes) : null,
    cancelReason: status === 'cancelled' && random() < 0.7 ? one(random, scene.cancelled) : null,
    cancelledBy: status === 'cancelled' ? (random() < 0.75 ? 'guest' : 'host') : null,
  };
}

/** A UUID of version 4 from the same dice. */
function uuidOf(random: Dice): string {
  const digits = Array.from({ length: 32 }, (_, index) => (index === 12 ? 4 : index === 16 ? 8 + Math.floor(random() * 4) : Math.floor(random() * 16)).toString(16)).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
