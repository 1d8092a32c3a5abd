import type { DisqualificationRule, PlaybookAnswers, RuleField } from '../../contract.ts';
import { holds, type Judgement } from '../engine/rules.ts';

type Answer = PlaybookAnswers[string] | undefined;

/**
 * The first rule by which a client is none of ours; null while none holds. Of what was not answered only `empty` holds: nobody is turned away for
 * what was not asked yet.
 */
export const disqualifying = (rules: readonly DisqualificationRule[], answers: PlaybookAnswers, judgement: Judgement): DisqualificationRule | null =>
  rules.find(({ when }) =>
    when.every(({ question, ...operation }) => {
      if (!isAnswered(answers[question])) return operation.operator === 'empty';
      const field = `answer:${question}` as RuleField;
      return holds({ field, ...operation }, { [field]: answers[question] ?? null }, judgement);
    }),
  ) ?? null;

/** Whether something was answered. */
export const isAnswered = (answer: Answer): boolean => answer !== undefined && answer !== null && answer !== '' && !(Array.isArray(answer) && answer.length === 0);
