import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can } from '@loctelli/core/server';
import { bulkCreate, clientBulkRun } from '../../contract.ts';
import type { BulkCreate } from '../../contract.ts';
import { BulkService } from './bulk.service.ts';

/** The service asks for the permission that the kind of change needs. */
@ApiTags('clients')
@Controller('clients/bulk')
export class BulkController {
  constructor(private readonly bulk: BulkService) {}

  @Post()
  @Can('clients.read')
  @Answer(clientBulkRun, 202)
  startBulk(@Body({ schema: bulkCreate }) input: BulkCreate) {
    return this.bulk.start(input);
  }

  @Get(':runId')
  @Can('clients.read')
  @Answer(clientBulkRun)
  getBulk(@Param('runId', { schema: id }) runId: number) {
    return this.bulk.get(runId);
  }

  @Post(':runId/cancel')
  @Can('clients.read')
  @Answer(clientBulkRun)
  cancelBulk(@Param('runId', { schema: id }) runId: number) {
    return this.bulk.cancel(runId);
  }

  @Post(':runId/undo')
  @Can('clients.read')
  @Answer(clientBulkRun, 202)
  undoBulk(@Param('runId', { schema: id }) runId: number) {
    return this.bulk.undo(runId);
  }
}
