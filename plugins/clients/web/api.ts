import type { Page, PageQuery, TimelineEntry } from '@loctelli/core';
import type { z } from 'zod';
import { defineApi } from '@loctelli/core/web';
import type * as contract from '../contract.ts';
import type { Client, ClientField, ClientFile, ClientImport, ClientNote, ClientTask, LostReason, Pipeline } from '../contract.ts';

/** `api.clients`: every route of the plugin. */
export const clients = defineApi((http) => ({
  getClients: (query?: Partial<contract.ClientQueryInput>) => http.get<Page<Client>>('/clients', { query }),
  getClientsByUser: (userId: number, query?: Partial<contract.ClientQueryInput>) =>
    http.get<Page<Client>>('/clients/by-user/{userId}', { params: { userId }, query }),
  getClient: (id: number) => http.get<Client>('/clients/{id}', { params: { id } }),
  createClient: (body: contract.ClientCreate) => http.post<Client>('/clients', { body }),
  updateClient: (id: number, body: contract.ClientUpdate) => http.patch<Client>('/clients/{id}', { params: { id }, body }),
  deleteClient: (id: number) => http.delete<void>('/clients/{id}', { params: { id } }),
  restoreClient: (id: number) => http.post<Client>('/clients/{id}/restore', { params: { id } }),
  exportClients: (query?: contract.ClientFilterInput) => http.get<Blob>('/clients/export', { query, as: 'blob' }),

  getTimeline: (id: number, query?: { cursor?: string; limit?: number; kinds?: string }) =>
    http.get<Page<TimelineEntry>>('/clients/{id}/timeline', { params: { id }, query }),
  getNotes: (id: number, query?: Partial<PageQuery>) => http.get<Page<ClientNote>>('/clients/{id}/notes', { params: { id }, query }),
  addNote: (id: number, body: string) => http.post<ClientNote>('/clients/{id}/notes', { params: { id }, body: { body } }),
  updateNote: (id: number, noteId: number, body: { version: number; body: string }) =>
    http.patch<ClientNote>('/clients/{id}/notes/{noteId}', { params: { id, noteId }, body }),
  deleteNote: (id: number, noteId: number) => http.delete<void>('/clients/{id}/notes/{noteId}', { params: { id, noteId } }),

  getFields: () => http.get<{ items: ClientField[] }>('/clients/fields'),
  createField: (body: contract.ClientFieldCreate) => http.post<ClientField>('/clients/fields', { body }),
  updateField: (fieldId: number, body: contract.ClientFieldUpdate) =>
    http.patch<ClientField>('/clients/fields/{fieldId}', { params: { fieldId }, body }),
  deleteField: (fieldId: number) => http.delete<void>('/clients/fields/{fieldId}', { params: { fieldId } }),

  orderFields: (ids: number[]) => http.put<void>('/clients/fields/order', { body: { ids } }),

  getPipelines: () => http.get<{ items: Pipeline[] }>('/clients/pipelines'),
  createPipeline: (body: z.input<typeof contract.pipelineCreate>) => http.post<Pipeline>('/clients/pipelines', { body }),
  updatePipeline: (pipelineId: number, body: z.input<typeof contract.pipelineUpdate>) =>
    http.patch<Pipeline>('/clients/pipelines/{pipelineId}', { params: { pipelineId }, body }),
  getLostReasons: () => http.get<{ items: LostReason[] }>('/clients/lost-reasons'),
  createLostReason: (label: string) => http.post<LostReason>('/clients/lost-reasons', { body: { label } }),
  updateLostReason: (reasonId: number, body: z.input<typeof contract.lostReasonUpdate>) =>
    http.patch<LostReason>('/clients/lost-reasons/{reasonId}', { params: { reasonId }, body }),
  getBoard: (query?: Partial<Omit<z.infer<typeof contract.boardQuery>, 'where'>> & { where?: string }) => http.get<contract.ClientBoard>('/clients/board', { query }),

  getTasks: (query?: Partial<contract.ClientTaskQuery>) => http.get<Page<ClientTask>>('/clients/tasks', { query }),
  getTask: (taskId: number) => http.get<ClientTask>('/clients/tasks/{taskId}', { params: { taskId } }),
  createTask: (id: number, body: contract.ClientTaskCreate) => http.post<ClientTask>('/clients/{id}/tasks', { params: { id }, body }),
  updateTask: (taskId: number, body: contract.ClientTaskUpdate) => http.patch<ClientTask>('/clients/tasks/{taskId}', { params: { taskId }, body }),
  deleteTask: (taskId: number) => http.delete<void>('/clients/tasks/{taskId}', { params: { taskId } }),

  getFiles: (id: number) => http.get<{ items: ClientFile[] }>('/clients/{id}/files', { params: { id } }),
  uploadFile: (id: number, file: File) => http.post<ClientFile>('/clients/{id}/files', { params: { id }, body: formOf(file) }),
  getFileContent: (id: number, fileId: number) => http.get<Blob>('/clients/{id}/files/{fileId}/content', { params: { id, fileId }, as: 'blob' }),
  deleteFile: (id: number, fileId: number) => http.delete<void>('/clients/{id}/files/{fileId}', { params: { id, fileId } }),

  startBulk: (body: contract.BulkCreateInput) => http.post<contract.ClientBulkRun>('/clients/bulk', { body }),
  getBulk: (runId: number) => http.get<contract.ClientBulkRun>('/clients/bulk/{runId}', { params: { runId } }),
  cancelBulk: (runId: number) => http.post<contract.ClientBulkRun>('/clients/bulk/{runId}/cancel', { params: { runId } }),
  undoBulk: (runId: number) => http.post<contract.ClientBulkRun>('/clients/bulk/{runId}/undo', { params: { runId } }),

  getDuplicates: (query?: Partial<contract.DuplicateQuery>) => http.get<Page<contract.ClientDuplicate>>('/clients/duplicates', { query }),
  scanDuplicates: () => http.post<void>('/clients/duplicates/scan'),
  checkDuplicates: (body: contract.DuplicateCheck) => http.post<contract.DuplicateMatches>('/clients/duplicates/check', { body }),
  dismissDuplicate: (pairId: number) => http.post<void>('/clients/duplicates/{pairId}/dismiss', { params: { pairId } }),
  reopenDuplicate: (pairId: number) => http.post<void>('/clients/duplicates/{pairId}/reopen', { params: { pairId } }),
  previewMerge: (body: contract.MergeRequest) => http.post<contract.MergePreview>('/clients/merges/preview', { body }),
  merge: (body: contract.MergeCreate) => http.post<contract.ClientMerge>('/clients/merges', { body }),
  getMerges: (query?: Partial<contract.MergeQuery>) => http.get<Page<contract.ClientMerge>>('/clients/merges', { query }),
  undoMerge: (mergeId: number) => http.post<contract.ClientMerge>('/clients/merges/{mergeId}/undo', { params: { mergeId } }),

  getTrashRule: () => http.get<contract.TrashRule>('/clients/trash/rule'),
  emptyTrash: () => http.post<void>('/clients/trash/empty'),
  purgeClient: (id: number) => http.delete<void>('/clients/{id}/purge', { params: { id } }),
  getPersonalData: (id: number) => http.get<Blob>('/clients/{id}/personal-data', { params: { id }, as: 'blob' }),
  eraseClient: (id: number, body: contract.EraseRequest) => http.post<contract.ClientErasure>('/clients/{id}/erase', { params: { id }, body }),
  getErasures: (query?: Partial<PageQuery>) => http.get<Page<contract.ClientErasure>>('/clients/erasures', { query }),
  checkErasure: (body: { certificate: string; seal: string }) => http.post<{ genuine: boolean }>('/clients/erasures/check', { body }),

  uploadImport: (file: File) => http.post<ClientImport>('/clients/imports', { body: formOf(file) }),
  getImports: (query?: Partial<PageQuery>) => http.get<Page<ClientImport>>('/clients/imports', { query }),
  getImport: (importId: number) => http.get<ClientImport>('/clients/imports/{importId}', { params: { importId } }),
  mapImport: (importId: number, body: { mapping: (contract.ImportTarget | null)[]; rule: contract.DuplicateRule }) =>
    http.put<ClientImport>('/clients/imports/{importId}/mapping', { params: { importId }, body }),
  previewImport: (importId: number) => http.post<contract.ClientImportPreview>('/clients/imports/{importId}/preview', { params: { importId } }),
  startImport: (importId: number) => http.post<ClientImport>('/clients/imports/{importId}/start', { params: { importId } }),
  cancelImport: (importId: number) => http.post<ClientImport>('/clients/imports/{importId}/cancel', { params: { importId } }),
  undoImport: (importId: number) => http.post<ClientImport>('/clients/imports/{importId}/undo', { params: { importId } }),
  getImportErrors: (importId: number) => http.get<Blob>('/clients/imports/{importId}/errors', { params: { importId }, as: 'blob' }),
}));

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}
