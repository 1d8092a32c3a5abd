import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { id, pageQuery, type PageQuery } from '@loctelli/core';
import { Answer, Can, NoAnswer } from '@loctelli/core/server';
import { clientNote, clientNotePage, clientNoteUpdate, clientNoteWrite } from '../contract.ts';
import { NotesService } from './notes.service.ts';

@ApiTags('clients')
@Controller('clients/:id/notes')
export class NotesController {
  constructor(private readonly notes: NotesService) {}

  @Get()
  @Can('clients.read')
  @Answer(clientNotePage)
  getNotes(@Param('id', { schema: id }) clientId: number, @Query({ schema: pageQuery }) query: PageQuery) {
    return this.notes.list(clientId, query);
  }

  @Post()
  @Can('clients.update')
  @Answer(clientNote, 201)
  addNote(@Param('id', { schema: id }) clientId: number, @Body({ schema: clientNoteWrite }) { body }: { body: string }) {
    return this.notes.add(clientId, body);
  }

  @Patch(':noteId')
  @Can('clients.update')
  @Answer(clientNote)
  updateNote(
    @Param('id', { schema: id }) clientId: number,
    @Param('noteId', { schema: id }) noteId: number,
    @Body({ schema: clientNoteUpdate }) input: { version: number; body: string },
  ) {
    return this.notes.update(clientId, noteId, input);
  }

  @Delete(':noteId')
  @Can('clients.update')
  @NoAnswer()
  deleteNote(@Param('id', { schema: id }) clientId: number, @Param('noteId', { schema: id }) noteId: number) {
    return this.notes.remove(clientId, noteId);
  }
}
