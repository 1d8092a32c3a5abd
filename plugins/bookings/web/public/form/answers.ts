import type { Answers, PublicEventType, PublicQuestion } from '../../../contract.ts';

/** What the form holds: flat, because its fields are. */
export type FormValues = { name: string; email: string; phone?: string; location?: string } & Record<`answer-${string}`, unknown>;

export const fieldOf = (key: string): `answer-${string}` => `answer-${key}`;

/** Whether the guest says where it takes place. */
export const asksLocation = ({ locationKind, location }: Pick<PublicEventType, 'locationKind' | 'location'>): boolean =>
  locationKind === 'guest-address' || (locationKind === 'other' && !location);

/** Answers as they are sent: what was left empty is left out. */
export function answersOf(questions: readonly PublicQuestion[], values: FormValues): Answers {
  const given = questions.map(({ key }) => [key, values[fieldOf(key)]] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))) as Answers;
}

/** Names of the server for the form's fields. */
export const aliasesOf = (questions: readonly PublicQuestion[]) => Object.fromEntries(questions.map(({ key }) => [`answers.${key}`, fieldOf(key)]));
