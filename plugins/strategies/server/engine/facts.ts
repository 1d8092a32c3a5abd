import type { RuleField } from '../../contract.ts';

export type Fact = string | number | boolean | null | readonly (string | number)[];
/** What is known of a client when something is decided, by the names of rules' fields. What is absent is not known, which is the same as empty. */
export type Facts = Partial<Record<RuleField, Fact>>;
