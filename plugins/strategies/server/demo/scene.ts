import type { DefinitionInput, ScenarioInput, Sharing, StrategyStatus } from '../../contract.ts';

/** What of the tenant's a demo strategy names: ids by the words that the other plugins' demos use; null where there is none. */
export interface Places {
  eventType(slug: string): number | null;
  stage(name: string): number | null;
}

/** A strategy of a demo tenant. */
export interface SceneStrategy {
  name: string;
  tag: string;
  industry: string;
  description: string;
  sharing: Sharing;
  status: StrategyStatus;
  /** Place of its owner among the tenant's people: administrator, manager, user. */
  owner: 0 | 1 | 2;
  /** What it says in each version that was published, and how many days ago that was; what it says last is the draft too. */
  versions: { daysAgo: number; note: string | null; definition: (places: Places) => DefinitionInput }[];
  /** What the draft says where nothing was published. */
  draft?: (places: Places) => DefinitionInput;
  /** How many were enrolled in the last 60 days. */
  enrolled: number;
  /** How likely a wording is answered: `<step>:<variant>` → share. */
  appeal: Record<string, number>;
  /** What clients answered, by the keys of questions: one of each is taken. */
  answers: Record<string, (string | number | boolean)[]>;
  simulations: { name: string; scenario: ScenarioInput }[];
}

export interface Scene {
  strategies: SceneStrategy[];
}
