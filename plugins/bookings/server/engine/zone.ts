const dayMs = 86_400_000;
const minuteMs = 60_000;
/** No two changes of any zone since 1973 lie closer together than this. */
const probe = 7 * dayMs;
/** No clock is further from UTC than this. */
const reach = 16 * 3_600_000;

interface Year {
  /** Instants at which the clock jumps. */
  at: number[];
  /** Offsets before the first of them, between them, and after the last. */
  offsets: number[];
}
/** A stretch of time in which a clock's local times run without a jump: `[start, end)`, and by how much it is ahead of UTC. */
export interface Run {
  start: number;
  end: number;
  offset: number;
}

/**
 * The clock of one IANA zone. Asks Intl once for each year and remembers, so that a conversion is an addition. Instants are milliseconds since
 * 1970; a local time is the instant at which a clock in UTC would show it. Exact from 1973 on, where every change falls on a whole minute.
 */
export class Zone {
  static readonly #known = new Map<string, Zone>();
  readonly #format: Intl.DateTimeFormat;
  readonly #years = new Map<number, Year>();
  #from = 1;
  #to = 0;
  #offset = 0;

  private constructor(readonly name: string) {
    this.#format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset', year: 'numeric' });
  }

  /** Throws RangeError for a name the runtime does not know. */
  static of(name: string): Zone {
    let zone = Zone.#known.get(name);
    if (!zone) Zone.#known.set(name, (zone = new Zone(name)));
    return zone;
  }

  /** By how many milliseconds the clock is ahead of UTC. */
  offsetAt(instant: number): number {
    if (instant >= this.#from && instant < this.#to) return this.#offset;
    const year = new Date(instant).getUTCFullYear();
    const { at, offsets } = this.#year(year);
    const index = at.findLastIndex((jump) => jump <= instant) + 1;
    this.#from = at[index - 1] ?? Date.UTC(year);
    this.#to = at[index] ?? Date.UTC(year + 1);
    return (this.#offset = offsets[index]!);
  }

  /** The local time the clock shows. */
  localAt(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  /** Number of the day the clock shows, counted from 1970-01-01. */
  dayAt(instant: number): number {
    return Math.floor(this.localAt(instant) / dayMs);
  }

  /** Jumps of the clock in `(from, to]`. */
  jumpsBetween(from: number, to: number): number[] {
    const found: number[] = [];
    for (let year = new Date(from).getUTCFullYear(); year <= new Date(to).getUTCFullYear(); year++) found.push(...this.#year(year).at.filter((jump) => jump > from && jump <= to));
    return found;
  }

  /**
   * All instants at which the clock shows a local time in `[from, to)`. Usually one run; two where the clock is set back in between, which is
   * shown twice, or leaps over a part, which is not shown at all; none where it leaps over all of it.
   */
  runsOf(from: number, to: number): Run[] {
    const offset = this.offsetAt(from - reach);
    if (offset === this.offsetAt(to + reach)) return to > from ? [{ start: from - offset, end: to - offset, offset }] : [];
    const edges = [-Infinity, ...this.jumpsBetween(from - reach, to + reach), Infinity];
    return edges.slice(1).flatMap((until, index) => {
      const since = edges[index]!;
      const ahead = this.offsetAt(since === -Infinity ? from - reach : since);
      const run = { start: Math.max(since, from - ahead), end: Math.min(until, to - ahead), offset: ahead };
      return run.end > run.start ? [run] : [];
    });
  }

  /** The first instant at which the clock shows this local time or, where it leaps over it, a later one. */
  firstAt(local: number): number {
    for (let span = minuteMs; ; span *= 8) {
      const [run] = this.runsOf(local, local + span);
      if (run) return run.start;
    }
  }

  #year(year: number): Year {
    const known = this.#years.get(year);
    if (known) return known;
    const [begin, end] = [Date.UTC(year), Date.UTC(year + 1)];
    const found: Year = { at: [], offsets: [this.#ask(begin - 1)] };
    for (let low = begin - minuteMs; low < end - minuteMs; low += probe) {
      const high = Math.min(low + probe, end - minuteMs);
      if (this.#ask(high) !== found.offsets.at(-1)) this.#search(low, high, found);
    }
    // What jumps at the very turn of the year belongs to the new one.
    this.#years.set(year, found);
    return found;
  }

  /** Notes the jump in `(low, high]`, both whole minutes. */
  #search(low: number, high: number, found: Year): void {
    const before = found.offsets.at(-1)!;
    while (high - low > minuteMs) {
      const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
      if (this.#ask(middle) === before) low = middle;
      else high = middle;
    }
    found.at.push(high);
    found.offsets.push(this.#ask(high));
  }

  /** What Intl says: `2026, GMT-07:00`. */
  #ask(instant: number): number {
    const [, sign, hours, minutes, seconds] = /GMT(?:([+\-−])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(this.#format.format(instant)) ?? [];
    const ahead = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * minuteMs + Number(seconds ?? 0) * 1000;
    return sign && sign !== '+' ? -ahead : ahead;
  }
}

/** `2026-03-08` as the number of the day, and back. */
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
/** ISO weekday of a day's number: 1 is Monday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;
/** The Monday on or before a day. */
export const mondayOf = (day: number): number => day - weekdayOf(day) + 1;
