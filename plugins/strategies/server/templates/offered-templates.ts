import { Injectable } from '@nestjs/common';
import { Database, Implements, Procedures } from '@loctelli/core/server';
import type { z } from 'zod';
import { offeredTemplates, type StrategyTemplate } from '../../contract.ts';
import { definitionOf } from '../strategies/strategy-row.ts';
import { withoutOwnIds } from './own-ids.ts';

/** More than this nobody would look through. */
const most = 200;

/** What an agency offers, seen from both sides. */
@Injectable()
export class OfferedTemplates {
  constructor(
    private readonly db: Database,
    private readonly procedures: Procedures,
  ) {}

  /** Runs as the agency: what it shares as a template, as it is published. */
  @Implements(offeredTemplates)
  async offered(): Promise<z.infer<(typeof offeredTemplates)['output']>> {
    const rows = await this.db.strategy.findMany({
      where: { sharing: 'template', publishedNumber: { not: null }, status: { not: 'archived' } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      omit: { draft: true },
      take: most,
    });
    const versions = await this.db.strategyVersion.findMany({
      where: { OR: rows.map(({ id, publishedNumber }) => ({ strategyId: id, number: publishedNumber! })) },
      select: { strategyId: true, definition: true },
    });
    const definitions = new Map(versions.map(({ strategyId, definition }) => [strategyId, withoutOwnIds(definitionOf(definition))]));
    const items = rows.flatMap(({ id, name, tag, industry, description, publishedNumber }) => {
      const definition = definitions.get(id);
      return definition ? [{ templateId: id, name, tag, industry, description, version: publishedNumber!, stepCount: definition.cadence.steps.length, definition }] : [];
    });
    return { items };
  }

  /** What the agency above offers this tenant; nothing where there is none. */
  async above(): Promise<Omit<StrategyTemplate, 'usedAs'>[]> {
    const found = await this.procedures.above(offeredTemplates, {});
    return found?.answer.items.map((template) => ({ ...template, agency: found.agency })) ?? [];
  }
}
