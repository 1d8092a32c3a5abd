import type { PlaybookAnswers, QualificationQuestion } from '../../contract.ts';
import { factOf, wordsOf, type KnownClient } from './known-client.ts';
import { readAnswer } from './read-answer.ts';

/** What was answered, and over it what is known of the client now, whether they were asked or not. */
export function answersOf(questions: readonly QualificationQuestion[], client: KnownClient, kept: unknown): PlaybookAnswers {
  const answers = { ...((kept ?? {}) as PlaybookAnswers) };
  for (const question of questions) {
    const fact = question.writesTo ? readAnswer(question, factOf(client, question.writesTo)) : null;
    if (fact !== null && fact !== undefined) answers[question.key] = fact;
  }
  return answers;
}

/** Answers as texts may say them. */
export const answerValues = (answers: PlaybookAnswers): Partial<Record<`answers.${string}`, string>> =>
  Object.fromEntries(Object.entries(answers).map(([key, value]) => [`answers.${key}`, wordsOf(value)]));
