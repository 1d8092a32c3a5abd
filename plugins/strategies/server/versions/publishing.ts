import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Access, Database, Events, problem, updateVersioned } from '@loctelli/core/server';
import { strategyErrors, strategyPublished, type Definition, type Publish, type RollBack, type Strategy } from '../../contract.ts';
import { draftFaults } from '../strategies/draft-faults.ts';
import { DraftKnowledge } from '../strategies/draft-knowledge.ts';
import { StrategyNews } from '../strategies/strategy-news.ts';
import { StrategyReach } from '../strategies/strategy-reach.ts';
import { definitionOf, jsonOf, withOwner, type StrategyRow } from '../strategies/strategy-row.ts';
import { StrategyViews } from '../strategies/strategy-views.ts';
import { sameDefinition } from './diff.ts';
import { LiveEnrolments } from './live-enrolments.ts';
import { VersionsService } from './versions.service.ts';

interface Next {
  version: number;
  definition: Definition;
  note: string | null;
  moveLive: boolean;
}

/** Makes a draft, or what was published before, what clients are enrolled in from now on. */
@Injectable()
export class Publishing {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly reach: StrategyReach,
    private readonly views: StrategyViews,
    private readonly news: StrategyNews,
    private readonly knowledge: DraftKnowledge,
    private readonly versions: VersionsService,
    private readonly enrolments: LiveEnrolments,
    private readonly events: Events,
  ) {}

  /** What rests goes on resting. Throws strategies.draft-has-faults with their places, strategies.nothing-changed, core.version-conflict. */
  async publish(id: number, { version, note, moveLive }: Publish): Promise<Strategy> {
    const row = await this.#find(id, version);
    const definition = definitionOf(row.draft);
    if (!row.changed && row.publishedNumber !== null && row.status !== 'archived') throw problem(strategyErrors.nothingChanged);
    const faults = draftFaults(definition, await this.knowledge.load());
    const { detail: message } = strategyErrors.draftHasFaults;
    if (faults.length) throw problem(strategyErrors.draftHasFaults, undefined, faults.map((fault) => ({ ...fault, message })));
    return this.#put(row, { version, definition, note, moveLive });
  }

  /**
   * Asks for no faults: it was published once, and what it names may be missed at any time. Throws strategies.version-not-found,
   * strategies.nothing-changed, core.version-conflict.
   */
  async rollBack(id: number, { version, number }: RollBack): Promise<Strategy> {
    const row = await this.#find(id, version);
    const definition = await this.versions.definition(row.id, number);
    const current = row.publishedNumber === null ? null : await this.versions.definition(row.id, row.publishedNumber);
    if (current && !row.changed && sameDefinition(current, definition)) throw problem(strategyErrors.nothingChanged);
    return this.#put(row, { version, definition, note: null, moveLive: false }, number);
  }

  async #find(id: number, version: number): Promise<StrategyRow> {
    const row = await this.reach.demand(id, 'strategies.publish');
    if (row.version !== version) throw problem(kernelErrors.versionConflict);
    return row;
  }

  async #put({ id, name, status, publishedNumber }: StrategyRow, { version, definition, note, moveLive }: Next, from?: number): Promise<Strategy> {
    const last = await this.db.strategyVersion.findFirst({ where: { strategyId: id }, orderBy: { number: 'desc' }, select: { number: true } });
    const number = (last?.number ?? 0) + 1;
    const triggers = [...new Set(definition.cadence.triggers.map(({ event }) => event))];
    const next = { draft: jsonOf(definition), changed: false, publishedNumber: number, triggers, status: status === 'paused' ? 'paused' : 'active' };
    // Whoever publishes at the same time waits here, and finds that the row has moved on.
    await updateVersioned(this.db.strategy, { id, version, where: this.access.where('strategies.publish') }, next);
    const { id: byId } = this.access.user;
    const made = await this.db.strategyVersion.create({ data: { strategyId: id, number, definition: jsonOf(definition), note, publishedById: byId } });
    if (moveLive) await this.enrolments.move(id, made.id, definition);
    await this.events.emit(strategyPublished, { strategyId: id, name, number, byId });
    await this.news.tell(from === undefined ? 'published' : 'rolled-back', id, { number: [publishedNumber, number], ...(from !== undefined && { from }), ...(moveLive && { moveLive }) });
    return this.views.whole((await this.db.strategy.findFirst({ where: { id }, include: withOwner }))!);
  }
}
