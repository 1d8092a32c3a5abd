import { z } from 'zod';

export const ruleOperator = z.enum([
  'is',
  'isNot',
  'anyOf',
  'noneOf',
  'contains',
  'atLeast',
  'atMost',
  'before',
  'after',
  'withinDays',
  'empty',
  'notEmpty',
]);
export type RuleOperator = z.infer<typeof ruleOperator>;
const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);
const operation = { operator: ruleOperator, value: z.union([scalar, z.array(scalar).max(50)]).optional() };

/**
 * What a rule looks at: a fact of the client, a field of the tenant's (`custom:<key>`), an answer of the playbook (`answer:<key>`), or what has
 * happened since the enrolment (`replied` and `booked` are true or false).
 */
export const ruleField = z.union([
  z.enum([
    'name',
    'email',
    'phone',
    'company',
    'position',
    'zone',
    'status',
    'source',
    'value',
    'currency',
    'ownerId',
    'stageId',
    'pipelineId',
    'tags',
    'createdAt',
    'replied',
    'booked',
  ]),
  z.templateLiteral(['custom:', z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/)]),
  z.templateLiteral(['answer:', z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,39}$/)]),
]);
export type RuleField = z.infer<typeof ruleField>;
/** `anyOf` and `noneOf` take a list, `empty` and `notEmpty` nothing, the others one value; `withinDays` is a number of days back from now. */
export const rule = z.strictObject({ field: ruleField, ...operation });
export type Rule = z.infer<typeof rule>;
/** A rule on one answer, by the key of its question. */
export const answerRule = z.strictObject({ question: z.string().max(40), ...operation });
export type AnswerRule = z.infer<typeof answerRule>;
