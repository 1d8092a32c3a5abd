import type { z } from 'zod';
import type { applyToClient } from '../../../clients/contract.ts';
import type { QualificationQuestion } from '../../contract.ts';
import type { Answer } from './read-answer.ts';

export type ClientWrite = Omit<z.infer<(typeof applyToClient)['input']>, 'clientId'>;

/**
 * What answers write to a client. An answer taken back leaves the client as it is: what stood there before may have been right.
 * @param refused fields that the caller's role may not write
 */
export function clientWrites(questions: readonly QualificationQuestion[], answers: Readonly<Record<string, Answer>>, refused: ReadonlySet<string>): ClientWrite {
  const facts: Record<string, unknown> = {};
  const customTexts: Record<string, string> = {};
  const customFields: Record<string, string[]> = {};
  for (const { key, writesTo } of questions) {
    const value = answers[key];
    if (!writesTo || value === undefined || value === null) continue;
    const isOwn = writesTo.startsWith('custom:');
    if (refused.has(isOwn ? 'customFields' : writesTo)) continue;
    if (!isOwn) facts[writesTo] = writesTo === 'value' ? Number(value) : textOf(value).slice(0, 200);
    // An option that holds a comma would be read as two.
    else if (Array.isArray(value) && value.some((each) => /[,;|]/.test(each))) customFields[writesTo.slice(7)] = value;
    else customTexts[writesTo.slice(7)] = textOf(value);
  }
  return { ...facts, ...(Object.keys(customTexts).length && { customTexts }), ...(Object.keys(customFields).length && { customFields }) };
}

/** As somebody would write it into a cell: three decimals would be read as thousands. */
function textOf(value: NonNullable<Answer>): string {
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? String(value).replace(/(\.\d{3})$/, '$10') : value;
}
