import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { duplicateCheck, duplicateMatches, duplicatePage, duplicateQuery } from '../../contract.ts';
import type { DuplicateCheck, DuplicateQuery } from '../../contract.ts';
import { DuplicatesService } from './duplicates.service.ts';

@ApiTags('clients')
@Controller('clients/duplicates')
export class DuplicatesController {
  constructor(private readonly duplicates: DuplicatesService) {}

  @Get()
  @Can('clients.read')
  @Answer(duplicatePage)
  getDuplicates(@Query({ schema: duplicateQuery }) query: DuplicateQuery) {
    return this.duplicates.list(query);
  }

  @Post('scan')
  @Can('clients.merge')
  @NoAnswer(202)
  scanDuplicates() {
    return this.duplicates.scan();
  }

  @Post('check')
  @Can('clients.read')
  @Answer(duplicateMatches)
  checkDuplicates(@Body({ schema: duplicateCheck }) given: DuplicateCheck) {
    return this.duplicates.check(given);
  }

  @Post(':pairId/dismiss')
  @Can('clients.update')
  @NoAnswer()
  dismissDuplicate(@Param('pairId', { schema: id }) pairId: number) {
    return this.duplicates.judge(pairId, 'dismissed');
  }

  @Post(':pairId/reopen')
  @Can('clients.update')
  @NoAnswer()
  reopenDuplicate(@Param('pairId', { schema: id }) pairId: number) {
    return this.duplicates.judge(pairId, 'open');
  }
}
