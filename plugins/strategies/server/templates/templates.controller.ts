import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can } from '@loctelli/core/server';
import { strategy, strategyTemplateList, takeTemplate, type TakeTemplate } from '../../contract.ts';
import { TemplatesService } from './templates.service.ts';

@ApiTags('strategies')
@Controller('strategies')
export class TemplatesController {
  constructor(private readonly templates: TemplatesService) {}

  @Get('templates')
  @Can('strategies.read')
  @Answer(strategyTemplateList)
  getTemplates() {
    return this.templates.list();
  }

  @Post('templates/:templateId/use')
  @Can('strategies.create')
  @Answer(strategy, 201)
  applyTemplate(@Param('templateId', { schema: id }) templateId: number) {
    return this.templates.use(templateId);
  }

  @Post(':strategyId/take-template')
  @Can('strategies.update')
  @Answer(strategy)
  takeTemplate(@Param('strategyId', { schema: id }) strategyId: number, @Body({ schema: takeTemplate }) input: TakeTemplate) {
    return this.templates.take(strategyId, input);
  }
}
