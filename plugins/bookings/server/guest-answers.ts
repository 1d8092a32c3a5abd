import type { ProblemDocument } from '@loctelli/core';
import { problem } from '@loctelli/core/server';
import { bookingErrors } from '../contract.ts';
import type { Answers, Booking, Question } from '../contract.ts';

type Answer = Booking['answers'][number];
type Faults = NonNullable<ProblemDocument['errors']>;

/**
 * What a guest answered, beside the words it was asked in, so that it can be read when the questions have changed.
 * @param all whether required questions that were not answered are missed
 * @throws bookings.wrong-answers that names each as `answers.<key>`
 */
export function answersOf(questions: readonly Question[], given: Answers, all: boolean): Answer[] {
  const faults: Faults = Object.keys(given).filter((key) => !questions.some((question) => question.key === key)).map((key) => fault(key, 'unknown', 'is not asked'));
  const kept = questions.flatMap(({ key, label, type, required, options }): Answer[] => {
    const value = given[key];
    if (value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length)) {
      if (required && all) faults.push(fault(key, 'required', 'must be answered'));
      return [];
    }
    const wrong = refusal(type, value, options);
    if (wrong) faults.push(fault(key, type, wrong));
    if (required && all && value === false) faults.push(fault(key, 'required', 'must be agreed to'));
    return [{ key, label, value }];
  });
  if (faults.length) throw problem(bookingErrors.wrongAnswers, undefined, faults);
  return kept;
}

function refusal(type: Question['type'], value: Answer['value'], options: readonly string[]): string | null {
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'must be a number';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'must be yes or no';
    case 'select':
      return typeof value === 'string' && options.includes(value) ? null : 'must be one of those offered';
    case 'multiselect':
      return Array.isArray(value) && value.every((each) => options.includes(each)) ? null : 'must be among those offered';
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? null : 'must be a day, like 2030-01-31';
    case 'url':
      return typeof value === 'string' && URL.canParse(value) && /^https?:/.test(value) ? null : 'must be a web address';
    default:
      return typeof value === 'string' && value.length <= (type === 'text' ? 500 : 5000) ? null : 'must be a text that is not too long';
  }
}

const fault = (key: string, code: string, message: string) => ({ path: `answers.${key}`, code, message });
