import { Injectable } from '@nestjs/common';
import { Database, problem, userNames } from '@loctelli/core/server';
import { strategyErrors } from '../../contract.ts';
import type { Playbook, PlaybookAnswers, PlaybookWrite } from '../../contract.ts';
import { StrategyReach } from '../strategies/strategy-reach.ts';
import { answersOf, answerValues } from './answers.ts';
import { isAnswered } from './judge-answers.ts';
import { KnownClients } from './known-client.ts';
import { filledScript, followable, live, Scripts } from './scripts.ts';
import { WriteAnswers } from './write-answers.ts';

/** Strategies followed by people, beside a client. */
@Injectable()
export class PlaybooksService {
  constructor(
    private readonly db: Database,
    private readonly reach: StrategyReach,
    private readonly clients: KnownClients,
    private readonly scripts: Scripts,
    private readonly writing: WriteAnswers,
  ) {}

  /** Throws strategies.client-not-found. */
  async choices(clientId: number) {
    await this.clients.demand(clientId);
    const rows = await this.db.strategy.findMany({
      where: { AND: [this.reach.where(), { OR: [followable, { enrolments: { some: { clientId, status: live } } }] }] },
      select: {
        ...{ id: true, name: true },
        enrolments: { where: { clientId, status: live }, select: { id: true }, take: 1 },
        playbooks: { where: { clientId }, select: { answers: true, disqualifiedAt: true } },
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: 200,
    });
    const items = rows.map(({ id, name, enrolments, playbooks: [begun] }) => ({
      ...{ strategyId: id, name, enrolled: enrolments.length > 0 },
      answered: Object.values((begun?.answers ?? {}) as PlaybookAnswers).filter(isAnswered).length,
      disqualified: Boolean(begun?.disqualifiedAt),
      begun: Boolean(begun),
    }));
    const rank = ({ enrolled, begun }: (typeof items)[number]) => (enrolled ? 0 : begun ? 1 : 2);
    return { items: items.sort((a, b) => rank(a) - rank(b)) };
  }

  /** Throws strategies.not-found, strategies.client-not-found. */
  async get(strategyId: number, clientId: number): Promise<Playbook> {
    await this.reach.demand(strategyId);
    const client = await this.clients.demand(clientId);
    const followed = await this.scripts.of(strategyId, clientId);
    if (!followed) throw problem(strategyErrors.notFound);
    const row = await this.db.strategyPlaybook.findFirst({ where: { strategyId, clientId } });
    const known = answersOf(followed.script.questions, client, row?.answers);
    // Whoever may not change the client sees what they answered, though the client's page says something else.
    const answers = (await this.clients.mayChange(clientId)) ? known : { ...known, ...((row?.answers ?? {}) as PlaybookAnswers) };
    const script = filledScript(followed.script, { ...this.clients.textValues(client), ...answerValues(answers) });
    const rule = row?.disqualifiedBy ? script.disqualifications.find(({ key }) => key === row.disqualifiedBy) : undefined;
    const names = await userNames(this.db, [row?.updatedById ?? null]);
    return {
      ...{ strategyId, name: followed.name, number: followed.number, clientId, script, answers, enrolmentId: followed.enrolmentId },
      missing: script.questions.filter(({ key, required }) => required && !isAnswered(answers[key])).map(({ key }) => key),
      disqualified: row?.disqualifiedAt ? { key: row.disqualifiedBy ?? '', reason: rule?.reason ?? '', goodbye: rule?.goodbye ?? '', at: row.disqualifiedAt.toISOString() } : null,
      version: row?.version ?? 0,
      updatedAt: row?.updatedAt.toISOString() ?? null,
      updatedByName: names.of(row?.updatedById ?? null),
    };
  }

  /** Throws besides strategies.wrong-answer, core.version-conflict, and what clients says of a value it does not take. */
  async write(strategyId: number, { clientId, answers, version }: PlaybookWrite): Promise<Playbook> {
    await this.reach.demand(strategyId);
    const client = await this.clients.demand(clientId);
    const followed = await this.scripts.of(strategyId, clientId);
    if (!followed) throw problem(strategyErrors.notFound);
    await this.writing.write(followed, client, answers, version);
    return this.get(strategyId, clientId);
  }
}
