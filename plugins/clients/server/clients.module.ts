import { Module } from '@nestjs/common';
import { ClientExport } from './client-export.ts';
import { ClientList } from './client-list.ts';
import { ClientNews } from './client-news.ts';
import { ClientReach } from './client-reach.ts';
import { ClientTimeline } from './client-timeline.ts';
import { ClientsController } from './clients.controller.ts';
import { ClientsService } from './clients.service.ts';
import { FieldsController } from './fields.controller.ts';
import { FieldsService } from './fields.service.ts';
import { FilesController } from './files/files.controller.ts';
import { ClientFiles } from './files/files.service.ts';
import { ClientFilters } from './filters.ts';
import { BatchWriter } from './imports/write-batch.ts';
import { ErrorFile } from './imports/error-file.ts';
import { ImportPreview } from './imports/preview.ts';
import { ImportRunner } from './imports/run-import.ts';
import { ImportsController } from './imports/imports.controller.ts';
import { ImportsService } from './imports/imports.service.ts';
import { ImportUndoer } from './imports/undo-import.ts';
import { RowSource } from './imports/row-source.ts';
import { NotesController } from './notes.controller.ts';
import { NotesService } from './notes.service.ts';
import { Owners } from './owners.ts';
import { TaskList } from './tasks/task-list.ts';
import { TaskReminder } from './tasks/task-reminder.ts';
import { TasksController } from './tasks/tasks.controller.ts';
import { TasksService } from './tasks/tasks.service.ts';

const imports = [ImportsService, ImportPreview, ImportRunner, ImportUndoer, RowSource, BatchWriter, ErrorFile];
const related = [ClientReach, ClientNews, ClientTimeline, NotesService, TasksService, TaskList, TaskReminder, ClientFiles];

/** Controllers with fixed paths stand before the one with `:id`. */
@Module({
  controllers: [FieldsController, ImportsController, TasksController, NotesController, FilesController, ClientsController],
  providers: [ClientsService, ClientList, ClientExport, ClientFilters, FieldsService, Owners, ...related, ...imports],
})
export class ClientsModule {}
