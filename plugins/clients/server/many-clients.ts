import { BulkController } from './bulk/bulk.controller.ts';
import { BulkRows } from './bulk/bulk-rows.ts';
import { BulkService } from './bulk/bulk.service.ts';
import { BulkRunner } from './bulk/run-bulk.ts';
import { BulkUndoer } from './bulk/undo-bulk.ts';
import { DuplicatesController } from './duplicates/duplicates.controller.ts';
import { DuplicatesService } from './duplicates/duplicates.service.ts';
import { FindLike } from './duplicates/find-like.ts';
import { PairStore } from './duplicates/pair-store.ts';
import { DuplicateScan } from './duplicates/scan.ts';
import { DuplicateWatch } from './duplicates/watch-duplicates.ts';
import { Certificates } from './erasure/certificates.ts';
import { Eraser } from './erasure/erase.ts';
import { ErasureController } from './erasure/erasure.controller.ts';
import { PersonalData } from './erasure/personal-data.ts';
import { MergeParticipants } from './merges/merge-participants.ts';
import { MergesController } from './merges/merges.controller.ts';
import { MergesService } from './merges/merges.service.ts';
import { MergeUndoer } from './merges/undo-merge.ts';
import { Purge } from './trash/purge.ts';
import { TrashController } from './trash/trash.controller.ts';
import { TrashService } from './trash/trash.service.ts';

/** What happens to many clients at once, and what can be taken back: for clients.module.ts. */
export const manyControllers = [BulkController, DuplicatesController, MergesController, TrashController, ErasureController];
export const manyProviders = [
  ...[BulkService, BulkRows, BulkRunner, BulkUndoer],
  ...[DuplicatesService, DuplicateScan, DuplicateWatch, FindLike, PairStore],
  ...[MergesService, MergeParticipants, MergeUndoer],
  ...[Purge, TrashService],
  ...[Certificates, Eraser, PersonalData],
];
