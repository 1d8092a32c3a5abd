import { Injectable } from '@nestjs/common';
import { Database, type Prisma } from '@loctelli/core/server';
import type { Script } from '../../contract.ts';
import { definitionOf } from '../strategies/strategy-row.ts';
import { fillIn, type TextValues } from '../texts/fill-in.ts';

/** A script that is followed with a client. */
export interface Followed {
  strategyId: number;
  name: string;
  number: number;
  script: Script;
  /** The enrolment that is going on. */
  enrolmentId: number | null;
}

/** Enrolments that are going on. */
export const live = { in: ['active', 'held'] };
/** Strategies that can be followed: published, and not put away. */
export const followable = { publishedNumber: { not: null }, status: { in: ['active', 'paused'] } } satisfies Prisma.StrategyWhereInput;

/** Finds the words to talk to a client with: those of the version they are enrolled in, else of the one that is published. */
@Injectable()
export class Scripts {
  constructor(private readonly db: Database) {}

  /** Null when there is nothing to follow. Judges no permission. */
  async of(strategyId: number, clientId: number | null): Promise<Followed | null> {
    const strategy = await this.db.strategy.findFirst({ where: { id: strategyId }, select: { name: true, publishedNumber: true, status: true } });
    if (!strategy) return null;
    const enrolment = clientId === null ? null : await this.db.strategyEnrolment.findFirst({ where: { strategyId, clientId, status: live }, orderBy: { id: 'desc' }, include: { version: true } });
    const isPublished = strategy.publishedNumber !== null && strategy.status !== 'archived' && strategy.status !== 'draft';
    const version = enrolment?.version ?? (isPublished ? await this.db.strategyVersion.findFirst({ where: { strategyId, number: strategy.publishedNumber! } }) : null);
    if (!version) return null;
    const { script } = definitionOf(version.definition);
    return { strategyId, name: strategy.name, number: version.number, script, enrolmentId: enrolment?.id ?? null };
  }
}

/** A script with its texts filled in. */
export function filledScript(script: Script, values: Partial<TextValues>): Script {
  const all = { ...values, 'persona.name': script.persona.name, 'persona.role': script.persona.role };
  const fill = (text: string) => fillIn(text, all);
  return {
    ...script,
    background: fill(script.background),
    opening: fill(script.opening),
    closing: fill(script.closing),
    questions: script.questions.map((question) => ({ ...question, label: fill(question.label), hint: fill(question.hint) })),
    disqualifications: script.disqualifications.map((rule) => ({ ...rule, goodbye: fill(rule.goodbye) })),
    objections: script.objections.map((each) => ({ ...each, answer: fill(each.answer) })),
    booking: { ...script.booking, instructions: fill(script.booking.instructions) },
  };
}
