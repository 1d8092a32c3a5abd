import { Injectable } from '@nestjs/common';
import { kernelErrors, type ProblemDocument } from '@loctelli/core';
import { Access, Audit, Database, Events, Live, problem, Problem, Procedures, Timeline, updateVersioned } from '@loctelli/core/server';
import { applyToClient } from '../../../clients/contract.ts';
import { clientDisqualified, playbookChanged, strategyErrors } from '../../contract.ts';
import type { PlaybookAnswers, QualificationQuestion } from '../../contract.ts';
import { answersOf } from './answers.ts';
import { clientWrites } from './client-writes.ts';
import { disqualifying, isAnswered } from './judge-answers.ts';
import { factOf, KnownClients, type KnownClient } from './known-client.ts';
import { faultOf, readAnswer } from './read-answer.ts';
import type { Followed } from './scripts.ts';

/** Keeps what a client answered, and does what follows from it. */
@Injectable()
export class WriteAnswers {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly timeline: Timeline,
    private readonly live: Live,
    private readonly procedures: Procedures,
    private readonly clients: KnownClients,
  ) {}

  async write({ strategyId, name, script }: Followed, client: KnownClient, given: PlaybookAnswers, version: number): Promise<void> {
    const sent = readAll(script.questions, given);
    const row = await this.db.strategyPlaybook.findFirst({ where: { strategyId, clientId: client.id } });
    if ((row?.version ?? 0) !== version) throw problem(kernelErrors.versionConflict);
    const kept = (row?.answers ?? {}) as PlaybookAnswers;
    const answers = Object.fromEntries(Object.entries({ ...kept, ...sent }).filter(([, value]) => isAnswered(value)));
    await this.#toClient(script.questions, client, sent);
    // What was just said counts, whatever was known before.
    const rule = disqualifying(script.disqualifications, { ...answersOf(script.questions, client, answers), ...sent }, { now: Date.now(), zone: this.access.tenant.zone });
    const marks = rule ? { disqualifiedBy: rule.key, disqualifiedAt: row?.disqualifiedAt ?? new Date() } : { disqualifiedBy: null, disqualifiedAt: null };
    const data = { answers, ...marks, updatedById: this.access.user.id };
    if (row) await updateVersioned(this.db.strategyPlaybook, { id: row.id, version }, data);
    else if ((await this.db.strategyPlaybook.createMany({ data: [{ strategyId, clientId: client.id, ...data }], skipDuplicates: true })).count === 0) throw problem(kernelErrors.versionConflict);
    const changes = Object.fromEntries(Object.keys(sent).map((key) => [key, [kept[key] ?? null, sent[key] ?? null]]));
    await this.audit.record({ action: 'playbook.answered', subject: 'Client', subjectId: client.id, changes: { strategyId, ...changes } });
    await this.live.publish(playbookChanged, { strategyId, clientId: client.id }, { permission: 'strategies.read' });
    if (!rule || row?.disqualifiedAt) return;
    await this.events.emit(clientDisqualified, { strategyId, clientId: client.id, reason: rule.reason });
    await this.timeline.record({ subject: 'Client', subjectId: client.id, kind: 'strategies.disqualified', params: { strategy: name, reason: rule.reason }, permission: 'strategies.read' });
  }

  /** Those who may not change the client keep the answers here alone. */
  async #toClient(questions: readonly QualificationQuestion[], client: KnownClient, sent: PlaybookAnswers): Promise<void> {
    const changed = Object.fromEntries(questions.flatMap(({ key, writesTo }) => (key in sent && writesTo && !isSame(sent[key], factOf(client, writesTo)) ? [[key, sent[key]!]] : [])));
    const writes = clientWrites(questions, changed, this.access.refused('Client', 'write'));
    if (Object.keys(writes).length === 0 || !(await this.clients.mayChange(client.id))) return;
    try {
      await this.procedures.call(applyToClient, { clientId: client.id, ...writes });
    } catch (error) {
      throw error instanceof Problem && error.errors ? problem(error.definition, error.params, error.errors.map((fault) => atQuestion(fault, questions))) : error;
    }
  }
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** A fault of a client's field is shown at the question that writes to it. */
function atQuestion<T extends NonNullable<ProblemDocument['errors']>[number]>(fault: T, questions: readonly QualificationQuestion[]): T {
  const field = fault.path.split('.').at(-1)!;
  const question = questions.find(({ writesTo }) => writesTo === field || writesTo === `custom:${field}`);
  return question ? { ...fault, path: `answers.${question.key}` } : fault;
}

/** Throws strategies.wrong-answer, which names each as `answers.<key>`. */
function readAll(questions: readonly QualificationQuestion[], given: PlaybookAnswers): PlaybookAnswers {
  const faults: NonNullable<ProblemDocument['errors']> = [];
  const read: PlaybookAnswers = {};
  for (const [key, value] of Object.entries(given)) {
    const question = questions.find((each) => each.key === key);
    const answer = question && readAnswer(question, value);
    if (answer !== undefined) read[key] = answer;
    else faults.push({ path: `answers.${key}`, code: question?.kind ?? 'unknown', message: question ? faultOf(question.kind) : 'is not asked' });
  }
  if (faults.length) throw problem(strategyErrors.wrongAnswer, undefined, faults);
  return read;
}
