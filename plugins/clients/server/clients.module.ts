import { Module } from '@nestjs/common';
import { ClientExport } from './client-export.ts';
import { ClientList } from './client-list.ts';
import { ClientTimeline } from './client-timeline.ts';
import { ClientsController } from './clients.controller.ts';
import { ClientsService } from './clients.service.ts';
import { FieldsController } from './fields.controller.ts';
import { FieldsService } from './fields.service.ts';
import { ClientFilters } from './filters.ts';
import { NotesController } from './notes.controller.ts';
import { NotesService } from './notes.service.ts';
import { Owners } from './owners.ts';

/** Controllers with fixed paths stand before the one with `:id`. */
@Module({
  controllers: [FieldsController, NotesController, ClientsController],
  providers: [ClientsService, ClientList, ClientExport, ClientTimeline, ClientFilters, FieldsService, NotesService, Owners],
})
export class ClientsModule {}
