import type { ClientFieldType, CustomFields, StageKind } from '../contract.ts';

export type Random = () => number;
export const one = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
export const digits = (random: Random, count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('');

/** A kind of client a business has: what such a one is worth, wants and is called. */
export interface Trade {
  /** Share of all clients, 0 to 1. */
  share: number;
  companies: string[];
  positions: string[];
  tags: string[];
  value(random: Random): number;
  customFields(random: Random): CustomFields;
}

/** What the clients of one demo business are like. In texts, `{first}`, `{company}` and `{owner}` are filled in. */
export interface Scene {
  count: number;
  zone: string;
  /** Hour of the day, in UTC, when the office opens. */
  opensAt: number;
  currency: string;
  /** First names, men's and women's alike; family names as the country has them. */
  firstNames: string[];
  lastName(random: Random): string;
  mailHosts: string[];
  phone(random: Random): string;
  sources: string[];
  trades: Trade[];
  notes: string[];
  lostNotes: string[];
  wonNotes: string[];
  tasks: string[];
  fields: { key: string; label: string; type: ClientFieldType; options?: string[] }[];
  pipeline: string;
  stages: { name: string; kind: StageKind; stuckAfterDays: number | null; probability: number }[];
  lostReasons: string[];
  views: { name: string; visibility: 'private' | 'tenant'; query: (stages: Map<string, number>) => Record<string, string> }[];
}
