import type { FieldRules, FieldVerb } from '@loctelli/core';

const nothing: ReadonlySet<string> = new Set();

/** Field rules, made ready to be asked for every record. Never changes. */
export class FieldRefusals {
  static readonly none = new FieldRefusals({});
  readonly #refused = new Map<string, Set<string>>();

  constructor(readonly rules: FieldRules) {
    for (const [subject, fields] of Object.entries(rules)) {
      for (const [field, verbs] of Object.entries(fields)) {
        // A field that cannot be seen cannot be carried out of the house nor be changed blindly either.
        const all: readonly FieldVerb[] = verbs.includes('read') ? ['read', 'write', 'export'] : verbs;
        for (const verb of all) this.#add(`${subject} ${verb}`, field);
      }
    }
  }

  /** The fields of a model that are refused for one verb. */
  of(subject: string, verb: FieldVerb): ReadonlySet<string> {
    return this.#refused.get(`${subject} ${verb}`) ?? nothing;
  }

  #add(key: string, field: string): void {
    const known = this.#refused.get(key);
    if (known) known.add(field);
    else this.#refused.set(key, new Set([field]));
  }
}
