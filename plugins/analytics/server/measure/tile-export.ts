import { Injectable, StreamableFile } from '@nestjs/common';
import { Audit } from '@loctelli/core/server';
import type { ExportAsk } from '../../contract.ts';
import { tileCsv } from './csv.ts';
import { TileAnswers } from './tile-answers.ts';

/** A tile as a file. */
@Injectable()
export class TileExport {
  constructor(
    private readonly tiles: TileAnswers,
    private readonly audit: Audit,
  ) {}

  async csv({ tile, ...ask }: ExportAsk): Promise<StreamableFile> {
    const { range, items } = await this.tiles.answer({ ...ask, tiles: [tile] }, new Date(), 'export');
    await this.audit.record({ action: 'analytics.exported', subject: 'AnalyticsDashboard', changes: { metrics: tile.metrics, from: range.fromDay, to: range.toDay } });
    const name = (tile.metrics[0] ?? tile.kind).replace(/[^a-z0-9-]+/gi, '-');
    return new StreamableFile(Buffer.from(tileCsv(items[0]!, range)), { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="${name}-${range.fromDay}-${range.toDay}.csv"` });
  }
}
