import { z } from 'zod';
import { email } from '@loctelli/core';
import type { PlaybookAnswers, QualificationQuestion } from '../../contract.ts';

export type Answer = PlaybookAnswers[string];

const wordsOfFault = {
  text: 'must be a text that is not too long',
  number: 'must be a number',
  money: 'must be an amount',
  date: 'must be a day, like 2030-01-31',
  boolean: 'must be yes or no',
  select: 'must be one of those offered',
  multiselect: 'must be among those offered',
  email: 'must be an e-mail address',
  phone: 'must be a phone number',
  url: 'must be a web address',
} as const satisfies Record<QualificationQuestion['kind'], string>;
export const faultOf = (kind: QualificationQuestion['kind']): string => wordsOfFault[kind];

/** An answer as it is kept: null where there is none, undefined where it is none to this question. */
export function readAnswer({ kind, options }: QualificationQuestion, given: Answer | undefined): Answer | undefined {
  const value = typeof given === 'string' ? given.trim() : given;
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)) return null;
  switch (kind) {
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'number':
      return numberOf(value);
    case 'money': {
      const amount = numberOf(value);
      return amount !== undefined && amount >= 0 && amount <= 999_999_999_999 ? Math.round(amount * 100) / 100 : undefined;
    }
    case 'multiselect':
      return Array.isArray(value) && value.every((each) => options.includes(each)) ? [...new Set(value)] : undefined;
    default:
      return typeof value === 'string' ? textOf(kind, options, value) : undefined;
  }
}

function textOf(kind: QualificationQuestion['kind'], options: readonly string[], text: string): string | undefined {
  if (kind === 'select') return options.find((option) => option === text);
  if (kind === 'date') return z.iso.date().safeParse(text).success ? text : undefined;
  if (kind === 'email') return email.safeParse(text).data;
  if (kind === 'phone') return /^\+?[\d\s().-]{5,40}$/.test(text) && text.replace(/\D/g, '').length >= 5 ? text : undefined;
  if (kind === 'url') return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
  return text;
}

function numberOf(value: Answer): number | undefined {
  const number = typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
