import { z } from 'zod';
import { line } from '@loctelli/core';
import { publicBook, type PublicEventType, type PublicQuestion } from '../../../contract.ts';
import { asksLocation, fieldOf } from './answers.ts';

/** The contract's rules with those of the event type: loaded when the form is first shown, since what judges is larger than the form. */
export function formRules(type: PublicEventType) {
  const { name, email, phone } = publicBook.shape;
  const fields: Record<string, z.ZodType> = { name, email, phone: type.locationKind === 'phone' ? line(40) : phone };
  if (asksLocation(type)) fields.location = line(500);
  for (const question of type.questions) fields[fieldOf(question.key)] = ruleOf(question);
  return z.object(fields);
}

function ruleOf({ type, required }: PublicQuestion): z.ZodType {
  const rule = kinds[type];
  // Nothing chosen, or a box left empty, is no answer.
  return z.preprocess((value) => (value === null || value === false || (Array.isArray(value) && value.length === 0) ? undefined : value), required ? rule : rule.optional());
}

const kinds: Record<PublicQuestion['type'], z.ZodType> = {
  text: line(500),
  'long-text': z.string().trim().min(1).max(5000),
  number: z.number(),
  select: z.string(),
  multiselect: z.array(z.string()),
  boolean: z.boolean(),
  date: z.iso.date(),
  url: z.url().max(2000),
};
