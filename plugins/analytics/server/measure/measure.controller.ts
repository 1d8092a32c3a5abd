import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answer, Can, OutsideUnitOfWork } from '@loctelli/core/server';
import { z } from 'zod';
import { answers, ask, dimensionName, dimensionValueList, exportAsk, languageQuery, metricInfoList, metricRows, rowsAsk, type Ask, type ExportAsk, type RowsAsk } from '../../contract.ts';
import { MetricCatalogue } from './catalogue.ts';
import { DimensionValues } from './dimension-values.ts';
import { RowsService } from './rows.service.ts';
import { TileAnswers } from './tile-answers.ts';
import { TileExport } from './tile-export.ts';

const valuesQuery = languageQuery.extend({ dimension: dimensionName });

/** Numbers. What asks much is a POST and changes nothing, so it runs outside a unit of work. */
@ApiTags('analytics')
@Controller('analytics')
export class MeasureController {
  constructor(
    private readonly catalogue: MetricCatalogue,
    private readonly tiles: TileAnswers,
    private readonly rows: RowsService,
    private readonly values: DimensionValues,
    private readonly files: TileExport,
  ) {}

  @Get('metrics')
  @Can('analytics.read')
  @Answer(metricInfoList)
  async getMetrics(@Query({ schema: languageQuery }) { locale }: z.infer<typeof languageQuery>) {
    return { items: await this.catalogue.list(locale) };
  }

  @Get('values')
  @Can('analytics.read')
  @Answer(dimensionValueList)
  async getValues(@Query({ schema: valuesQuery }) { dimension, locale }: z.infer<typeof valuesQuery>) {
    return { items: await this.values.of(dimension, locale) };
  }

  @Post('answers')
  @Can('analytics.read')
  @OutsideUnitOfWork()
  @Answer(answers)
  answer(@Body({ schema: ask }) input: Ask) {
    return this.tiles.answer(input);
  }

  @Post('rows')
  @Can('analytics.read')
  @OutsideUnitOfWork()
  @Answer(metricRows)
  getRows(@Body({ schema: rowsAsk }) input: RowsAsk) {
    return this.rows.list(input);
  }

  @Post('csv')
  @HttpCode(200)
  @Can('analytics.read')
  @OutsideUnitOfWork()
  exportTile(@Body({ schema: exportAsk }) input: ExportAsk): Promise<StreamableFile> {
    return this.files.csv(input);
  }
}
