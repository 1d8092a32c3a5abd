import type { Definition, Enrolment, Step, StopReason, Variant } from '../../contract.ts';
import type { Clock } from '../engine/clock.ts';
import { decide, planned, type Delay } from '../engine/decide.ts';
import type { Facts } from '../engine/facts.ts';
import type { SceneStrategy } from './scene.ts';

export interface Person {
  id: number;
  name: string;
  createdAt: Date;
  facts: Facts;
}
export interface Published {
  id: number;
  /** Since when it was the one that is published. */
  from: number;
  definition: Definition;
}
export interface Run {
  ordinal: number;
  step: Step;
  variant: Variant | null;
  what: string;
  text: string | null;
  at: number;
  repliedAt: number | null;
  bookedAt: number | null;
  wonAt: number | null;
}
export interface Made {
  person: Person;
  version: Published;
  source: Enrolment['source'];
  at: number;
  status: 'active' | 'completed' | 'stopped';
  stopReason: StopReason | null;
  stepId: string | null;
  nextAt: number | null;
  delay: Delay | null;
  endedAt: number | null;
  runs: Run[];
}

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
/** Nothing of a demo is sent in its first day and a half, so that whoever looks around does so in peace. */
const quietMs = 36 * hour;
type Random = () => number;

interface Stage {
  scene: Pick<SceneStrategy, 'enrolled' | 'appeal'>;
  versions: Published[];
  people: Person[];
  clock: Clock;
  /** Until when things happened: a strategy that rests stood still since then. */
  until: number;
  rests: boolean;
}

/** Enrolments of the last 60 days, as the engine would have carried them out, with clients that answer as the wordings appeal to them. */
export function makeEnrolments({ scene, versions, people, clock, until, rests }: Stage, random: Random): Made[] {
  const begin = until - 58 * day;
  const fresh = people.filter(({ createdAt }) => createdAt.getTime() > begin && createdAt.getTime() < until - hour);
  const known = people.filter(({ createdAt }) => createdAt.getTime() <= begin);
  return Array.from({ length: scene.enrolled }, () => {
    const isNew = fresh.length > 0 && (random() < 0.55 || known.length === 0);
    const person = (isNew ? fresh : known).splice(Math.floor(random() * (isNew ? fresh : known).length), 1)[0];
    if (!person) return null;
    const at = isNew ? person.createdAt.getTime() + minute : Math.round(begin + random() ** 0.8 * (until - begin - 2 * hour));
    const version = versions.findLast(({ from }) => from <= at) ?? versions[0]!;
    const source: Made['source'] = isNew ? 'event' : random() < 0.5 ? 'bulk' : 'hand';
    return carriedOut({ person, version, source, at }, { appeal: scene.appeal, clock, until, rests }, random);
  }).filter((made) => made !== null);
}

type Happening = { what: StopReason; at: number };

function carriedOut(begun: Pick<Made, 'person' | 'version' | 'source' | 'at'>, { appeal, clock, until, rests }: Pick<SceneStrategy, 'appeal'> & Pick<Stage, 'clock' | 'until' | 'rests'>, random: Random): Made {
  const { cadence } = begun.version.definition;
  const made: Made = { ...begun, status: 'active', stopReason: null, stepId: cadence.steps[0]?.id ?? null, nextAt: null, delay: null, endedAt: null, runs: [] };
  let happening: Happening | null = random() < 0.04 ? { what: 'by-hand', at: begun.at + (1 + random() * 6) * day } : null;
  let now = begun.at;
  for (;;) {
    if (happening && happening.at <= Math.min(now, until)) return ended(made, 'stopped', happening.at, happening.what);
    if (now > until) return { ...made, nextAt: rests ? now : planned(cadence, made.stepId, Math.max(now, Math.round(until + quietMs + random() * 2 * day)), clock).at };
    const decision = decide({ cadence, stepId: made.stepId, seed: `demo:${begun.person.id}`, now, clock, facts: begun.person.facts, sent: { user: 0, tenant: 0 } });
    if (decision.do === 'end') return ended(made, 'completed', now);
    if (decision.do === 'sleep') {
      [now, made.delay] = [decision.until, decision.delay];
      continue;
    }
    const run: Run = { ordinal: made.runs.length, step: decision.step, variant: null, what: '', text: null, at: now, repliedAt: null, bookedAt: null, wonAt: null };
    made.runs.push(run);
    made.delay = null;
    made.stepId = decision.to;
    if (decision.do === 'write') {
      Object.assign(run, { variant: decision.variant, what: decision.step.kind === 'email' ? 'mailed' : 'sent', text: decision.variant.body });
      happening = earlier(happening, react(run, appeal[`${decision.step.id}:${decision.variant.id}`] ?? 0.12, until, random));
    } else if (decision.do === 'wait') {
      Object.assign(run, { what: 'waits', text: new Date(decision.until).toISOString() });
      now = decision.until;
    } else if (decision.do === 'task') Object.assign(run, { what: decision.step.kind, text: decision.step.title });
    else Object.assign(run, decision.step.kind === 'branch' ? { what: decision.way === null ? 'no-way' : 'way', text: decision.way } : { what: decision.way ?? 'no-way', text: decision.to ?? 'end' });
    if (decision.to === null && decision.do !== 'wait') return ended(made, 'completed', now);
  }
}

/** What a message leads to: nothing as a rule. Notes on it what came of it until now. */
function react(run: Run, appeal: number, until: number, random: Random): Happening | null {
  const seen = (at: number) => (at < until ? at : null);
  const dice = random();
  if (dice < appeal) {
    const at = run.at + (0.2 + random() ** 2 * 44) * hour;
    run.repliedAt = seen(at);
    if (run.repliedAt && random() < 0.56) run.bookedAt = seen(at + (1 + random() * 30) * hour);
    if (run.bookedAt && random() < 0.6) run.wonAt = seen(run.bookedAt + (2 + random() * 14) * day);
    return { what: 'reply', at };
  }
  if (dice < appeal + 0.06) {
    run.bookedAt = seen(run.at + (0.5 + random() * 30) * hour);
    if (run.bookedAt && random() < 0.5) run.wonAt = seen(run.bookedAt + (2 + random() * 14) * day);
    return { what: 'booking', at: run.bookedAt ?? until + 1 };
  }
  if (run.step.kind === 'email' && dice > 0.96) return { what: dice > 0.98 ? 'unsubscribed' : 'bounce', at: run.at + (dice > 0.98 ? 5 * hour : 2 * minute) };
  return null;
}

const earlier = (a: Happening | null, b: Happening | null) => (a && b ? (a.at <= b.at ? a : b) : (a ?? b));
const ended = (made: Made, status: 'completed' | 'stopped', at: number, stopReason: StopReason | null = null): Made => ({ ...made, status, stopReason, stepId: null, endedAt: at, nextAt: null, delay: null });
