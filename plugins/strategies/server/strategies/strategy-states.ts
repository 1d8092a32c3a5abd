import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Access, Database, problem, updateVersioned } from '@loctelli/core/server';
import { strategyErrors, type Strategy, type StrategyState } from '../../contract.ts';
import { LiveEnrolments } from '../versions/live-enrolments.ts';
import { StrategyNews } from './strategy-news.ts';
import { StrategyReach } from './strategy-reach.ts';
import { withOwner } from './strategy-row.ts';
import { StrategyViews } from './strategy-views.ts';

/** Whether a strategy runs, rests or is out of the way. */
@Injectable()
export class StrategyStates {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly reach: StrategyReach,
    private readonly views: StrategyViews,
    private readonly news: StrategyNews,
    private readonly enrolments: LiveEnrolments,
  ) {}

  /** What was never published comes back from the archive as a draft, and cannot run. Throws strategies.not-running, core.version-conflict. */
  async set(id: number, { version, status: wanted }: StrategyState): Promise<Strategy> {
    const before = await this.reach.demand(id, 'strategies.publish');
    if (before.version !== version) throw problem(kernelErrors.versionConflict);
    const isUnpublished = before.publishedNumber === null;
    if (isUnpublished && before.status === 'draft' && wanted !== 'archived') throw problem(strategyErrors.notRunning);
    const status = isUnpublished && wanted !== 'archived' ? 'draft' : wanted;
    if (status === before.status) return this.views.whole(before);
    await updateVersioned(this.db.strategy, { id, version, where: this.access.where('strategies.publish') }, { status });
    if (status === 'archived') await this.enrolments.end(id, 'archived');
    else if (before.status === 'paused') await this.enrolments.goOn(id);
    await this.news.tell('state-changed', id, { status: [before.status, status] });
    return this.views.whole((await this.db.strategy.findFirst({ where: { id }, include: withOwner }))!);
  }
}
