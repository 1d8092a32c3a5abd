import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id } from '@loctelli/core';
import { Answer, Can } from '@loctelli/core/server';
import { clientMerge, clientMergePage, mergeCreate, mergePreview, mergePreviewRequest, mergeQuery } from '../../contract.ts';
import type { MergeCreate, MergeQuery, MergeRequest } from '../../contract.ts';
import { MergesService } from './merges.service.ts';
import { MergeUndoer } from './undo-merge.ts';

@ApiTags('clients')
@Controller('clients/merges')
export class MergesController {
  constructor(
    private readonly merges: MergesService,
    private readonly undoer: MergeUndoer,
  ) {}

  @Get()
  @Can('clients.merge')
  @Answer(clientMergePage)
  getMerges(@Query({ schema: mergeQuery }) query: MergeQuery) {
    return this.merges.list(query);
  }

  @Post('preview')
  @Can('clients.merge')
  @Answer(mergePreview)
  previewMerge(@Body({ schema: mergePreviewRequest }) request: MergeRequest) {
    return this.merges.preview(request);
  }

  @Post()
  @Can('clients.merge')
  @Answer(clientMerge, 201)
  mergeClients(@Body({ schema: mergeCreate }) request: MergeCreate) {
    return this.merges.merge(request);
  }

  @Post(':mergeId/undo')
  @Can('clients.merge')
  @Answer(clientMerge)
  undoMerge(@Param('mergeId', { schema: id }) mergeId: number) {
    return this.undoer.undo(mergeId);
  }
}
