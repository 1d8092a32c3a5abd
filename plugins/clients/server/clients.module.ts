import { Module } from '@nestjs/common';
import { ClientBoard } from './board.ts';
import { ClientChanges } from './client-changes.ts';
import { ClientExport } from './client-export.ts';
import { ClientList } from './client-list.ts';
import { ClientNews } from './client-news.ts';
import { ClientProcedures } from './client-procedures.ts';
import { ClientReach } from './client-reach.ts';
import { ClientSettings } from './client-settings.ts';
import { ClientSetup } from './client-setup.ts';
import { ClientTimeline } from './client-timeline.ts';
import { ClientsController } from './clients.controller.ts';
import { ClientsService } from './clients.service.ts';
import { DefaultPipeline } from './default-pipeline.ts';
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
import { LostReasonsService } from './lost-reasons.service.ts';
import { manyControllers, manyProviders } from './many-clients.ts';
import { NotesController } from './notes.controller.ts';
import { NotesService } from './notes.service.ts';
import { Owners } from './owners.ts';
import { LostReasonsController, PipelinesController } from './pipelines.controller.ts';
import { PipelinesService } from './pipelines.service.ts';
import { ProgramProcedures } from './program-procedures.ts';
import { SearchWords } from './search-words.ts';
import { TaskList } from './tasks/task-list.ts';
import { TaskReminder } from './tasks/task-reminder.ts';
import { TasksController } from './tasks/tasks.controller.ts';
import { TasksService } from './tasks/tasks.service.ts';

const imports = [ImportsService, ImportPreview, ImportRunner, ImportUndoer, RowSource, BatchWriter, ErrorFile];
const pipelines = [ClientSetup, DefaultPipeline, PipelinesService, LostReasonsService];
const related = [ClientChanges, ClientProcedures, ProgramProcedures, ClientReach, ClientNews, ClientTimeline, NotesService, TasksService, TaskList, TaskReminder, ClientFiles];

/** Controllers with fixed paths stand before the one with `:id`. */
@Module({
  controllers: [FieldsController, PipelinesController, LostReasonsController, ImportsController, ...manyControllers, TasksController, NotesController, FilesController, ClientsController],
  providers: [ClientsService, ClientSettings, ClientList, ClientBoard, ClientExport, ClientFilters, SearchWords, FieldsService, Owners, ...pipelines, ...related, ...imports, ...manyProviders],
})
export class ClientsModule {}
