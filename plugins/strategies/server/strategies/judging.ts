import type { DraftFault } from '../../contract.ts';

/** What of the tenant's a definition may name. */
export interface Knowledge {
  /** Keys of the tenant's own fields of clients. */
  fields: ReadonlySet<string>;
  stages: ReadonlySet<number>;
  pipelines: ReadonlySet<number>;
  eventTypes: ReadonlySet<number>;
  events: ReadonlySet<string>;
}

/** What the judges of a definition's parts are told. */
export interface Judging extends Knowledge {
  questions: ReadonlySet<string>;
  /** Whole names of what texts may say. */
  variables: ReadonlySet<string>;
}

/** Faults of things that have a name which another before them has too. */
export const duplicates = (path: string, things: readonly object[], name: 'id' | 'key'): DraftFault[] => {
  const names = things.map((thing) => (thing as Record<string, string>)[name]);
  return names.flatMap((each, index) => (names.indexOf(each) < index ? [{ path: `${path}.${index}.${name}`, code: 'duplicate-key' as const }] : []));
};
