import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Access, Database, problem, updateVersioned } from '@loctelli/core/server';
import { strategyErrors, type Strategy, type StrategyTemplate, type TakeTemplate } from '../../contract.ts';
import { StrategiesService } from '../strategies/strategies.service.ts';
import { StrategyNews } from '../strategies/strategy-news.ts';
import { StrategyReach } from '../strategies/strategy-reach.ts';
import { definitionOf, jsonOf } from '../strategies/strategy-row.ts';
import { OfferedTemplates } from './offered-templates.ts';
import { withOwnIdsOf } from './own-ids.ts';

/** What the agency above offers, and what a tenant makes of it. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly offered: OfferedTemplates,
    private readonly reach: StrategyReach,
    private readonly strategies: StrategiesService,
    private readonly news: StrategyNews,
  ) {}

  async list(): Promise<{ items: StrategyTemplate[] }> {
    const templates = await this.offered.above();
    const used = await this.db.strategy.findMany({
      where: { AND: [{ templateId: { in: templates.map(({ templateId }) => templateId) }, status: { not: 'archived' } }, this.reach.where()] },
      orderBy: { id: 'asc' },
      select: { id: true, templateId: true },
    });
    return { items: templates.map((template) => ({ ...template, usedAs: used.find(({ templateId }) => templateId === template.templateId)?.id ?? null })) };
  }

  /** A draft of the caller's own. Throws strategies.template-not-found. */
  async use(templateId: number): Promise<Strategy> {
    const { name, tag, industry, description, definition, version } = await this.#find(templateId);
    const isTaken = (await this.db.strategy.count({ where: { name } })) > 0;
    const { id } = await this.strategies.create({ name: isTaken ? await this.strategies.freeName(name) : name, tag, industry, description, draft: definition });
    await this.db.strategy.updateMany({ where: { id }, data: { templateId, templateNumber: version } });
    return this.strategies.get(id);
  }

  /** Throws strategies.template-not-found, also where it was made from none, and core.version-conflict. */
  async take(id: number, { version }: TakeTemplate): Promise<Strategy> {
    const before = await this.reach.demand(id, 'strategies.update');
    if (before.version !== version) throw problem(kernelErrors.versionConflict);
    if (before.templateId === null) throw problem(strategyErrors.templateNotFound);
    const template = await this.#find(before.templateId);
    const draft = withOwnIdsOf(template.definition, definitionOf(before.draft));
    const data = { draft: jsonOf(draft), changed: await this.strategies.differs(before, draft), templateNumber: template.version };
    await updateVersioned(this.db.strategy, { id, version, where: this.access.where('strategies.update') }, data);
    await this.news.tell('template-taken', id, { number: [before.templateNumber, template.version] });
    return this.strategies.get(id);
  }

  async #find(id: number): Promise<Omit<StrategyTemplate, 'usedAs'>> {
    const template = (await this.offered.above()).find(({ templateId }) => templateId === id);
    if (!template) throw problem(strategyErrors.templateNotFound);
    return template;
  }
}
