import { Body, Controller, Delete, Get, Headers, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, timelinePage, timelineQuery, version, type TimelineQuery } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { board, boardQuery, client, clientCreate, clientExportQuery, clientPage, clientQuery, clientUpdate } from '../contract.ts';
import type { BoardQuery, ClientCreate, ClientExportQuery, ClientQuery, ClientUpdate } from '../contract.ts';
import { ClientBoard } from './board.ts';
import { ClientExport } from './client-export.ts';
import { ClientList } from './client-list.ts';
import { ClientTimeline } from './client-timeline.ts';
import { ClientsService } from './clients.service.ts';

const ifMatch = version.optional().catch(undefined);

@ApiTags('clients')
@Controller('clients')
export class ClientsController {
  constructor(
    private readonly clients: ClientsService,
    private readonly list: ClientList,
    private readonly boards: ClientBoard,
    private readonly exports: ClientExport,
    private readonly timeline: ClientTimeline,
  ) {}

  @Get()
  @Can('clients.read')
  @Answer(clientPage)
  getClients(@Query({ schema: clientQuery }) query: ClientQuery) {
    return this.list.page(query);
  }

  @Get('by-user/:userId')
  @Can('clients.read')
  @Answer(clientPage)
  getClientsByUser(@Param('userId', { schema: id }) userId: number, @Query({ schema: clientQuery }) query: ClientQuery) {
    return this.list.page({ ...query, ownerId: userId });
  }

  @Get('board')
  @Can('clients.read')
  @Answer(board)
  getBoard(@Query({ schema: boardQuery }) query: BoardQuery) {
    return this.boards.get(query);
  }

  @Get('export')
  @Can('clients.export')
  exportClients(@Query({ schema: clientExportQuery }) query: ClientExportQuery) {
    return this.exports.csv(query);
  }

  @Post()
  @Can('clients.create')
  @Answer(client, 201)
  createClient(@Body({ schema: clientCreate }) input: ClientCreate) {
    return this.clients.create(input);
  }

  @Get(':id')
  @Can('clients.read')
  @Answer(client)
  getClient(@Param('id', { schema: id }) clientId: number) {
    return this.clients.get(clientId);
  }

  @Patch(':id')
  @Can('clients.update')
  @Answer(client)
  updateClient(
    @Param('id', { schema: id }) clientId: number,
    @Body({ schema: clientUpdate }) input: ClientUpdate,
    @Headers('if-match') match?: string,
  ) {
    return this.clients.update(clientId, { ...input, version: input.version ?? ifMatch.parse(match?.replace(/^(W\/)?"|"$/g, '')) });
  }

  @Delete(':id')
  @Can('clients.delete')
  @NoAnswer()
  deleteClient(@Param('id', { schema: id }) clientId: number) {
    return this.clients.remove(clientId);
  }

  @Post(':id/restore')
  @Can('clients.delete')
  @Answer(client)
  restoreClient(@Param('id', { schema: id }) clientId: number) {
    return this.clients.restore(clientId);
  }

  @Get(':id/timeline')
  @Can('clients.read')
  @Answer(timelinePage)
  getTimeline(@Param('id', { schema: id }) clientId: number, @Query({ schema: timelineQuery }) query: TimelineQuery) {
    return this.timeline.page(clientId, query);
  }
}
