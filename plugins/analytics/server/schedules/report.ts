import { Injectable } from '@nestjs/common';
import type { Locale } from '@loctelli/core';
import { Access, BrandService, Database } from '@loctelli/core/server';
import type { RangePreset, ResolvedRange, Tile, TileAnswer } from '../../contract.ts';
import { contentOf } from '../dashboards/dashboards.service.ts';
import { dashboardCsv } from '../measure/csv.ts';
import { TileAnswers } from '../measure/tile-answers.ts';
import { spellDays, spellNumber } from './spell.ts';
import { fill, reportWords } from './words.ts';

export interface Report {
  params: Record<string, string>;
  attachments: { name: string; mime: string; content: string }[];
}

/** A dashboard as a mail, with the numbers that whoever is signed in may export. */
@Injectable()
export class Reports {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly brands: BrandService,
    private readonly tiles: TileAnswers,
  ) {}

  /** @returns null for a dashboard that is gone, or a reader who may see no analytics */
  async make(dashboardId: number, preset: RangePreset, locale: Locale, now: Date): Promise<Report | null> {
    const row = this.access.can('analytics.read') && (await this.db.analyticsDashboard.findFirst({ where: { id: dashboardId } }));
    if (!row) return null;
    const { filters, tiles } = contentOf(row);
    const { range, items } = await this.tiles.answer({ range: { preset, compare: 'previous' }, filters, tiles, locale }, now, 'export');
    const words = reportWords[locale];
    const parts = tiles.map((tile, index) => ({ title: titleOf(tile, items[index]!), answer: items[index]! })).filter(({ answer }) => !answer.problem);
    const values = { name: row.name, range: spellDays(range.fromDay, range.toDay, locale), zone: range.zone };
    const lines = parts.flatMap(({ title, answer }) => linesOf(title, answer, locale));
    const seen = row.visibility === 'tenant' || row.ownerId === this.access.user.id || (row.visibility === 'role' && row.roleKey === this.access.user.role);
    return {
      params: {
        ...{ subject: fill(words.subject, values), heading: fill(words.heading, values), note: words.note },
        body: [fill(words.range, values), '', ...(lines.length ? lines : [words.nothing])].join('\n'),
        ...(seen && { button: words.button, link: `${await this.brands.originOf(this.access.tenant)}/analytics?dashboard=${row.id}` }),
      },
      attachments: parts.length ? [{ name: fileName(row.name, range), mime: 'text/csv', content: Buffer.from(dashboardCsv(parts, range)).toString('base64') }] : [],
    };
  }
}

export const titleOf = (tile: Pick<Tile, 'title'>, answer: TileAnswer) => tile.title ?? answer.goal?.name ?? answer.metrics.map(({ title }) => title).join(', ');

const fileName = (name: string, { fromDay, toDay }: ResolvedRange) => `${name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').toLowerCase() || 'dashboard'}-${fromDay}-${toDay}.csv`;

function linesOf(title: string, answer: TileAnswer, locale: Locale): string[] {
  const words = reportWords[locale];
  const say = (value: number | null, index = 0) => spellNumber(value, answer.metrics[index]?.unit ?? 'count', answer.metrics[index]?.currency ?? null, locale);
  if (answer.goal) {
    const { value, target, unit, currency, state } = answer.goal;
    return [`${title}: ${spellNumber(value, unit, currency, locale)} / ${spellNumber(target, unit, currency, locale)} (${words.goal[state]})`];
  }
  const was = (previous: number | null, index: number) => (previous === null ? '' : ` (${fill(words.was, { value: say(previous, index) })})`);
  if (answer.groups.length) return [`${title}:`, ...answer.groups.slice(0, 5).map(({ label, values }) => `  ${label ?? words.none}: ${say(values[0]!.value)}`)];
  const totals = answer.totals.map(({ value, previous }, index) => `${say(value, index)}${was(previous, index)}`);
  if (answer.totals.length === 1) return [`${title}: ${totals[0]}`];
  return [`${title}:`, ...totals.map((text, index) => `  ${answer.metrics[index]!.title}: ${text}`)];
}
