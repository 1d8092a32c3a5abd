import type { Page, PageQuery } from '@loctelli/core';
import { defineApi } from '@loctelli/core/web';
import type {
  Client,
  ClientCreate,
  ClientExportQuery,
  ClientField,
  ClientFieldCreate,
  ClientFieldUpdate,
  ClientImport,
  ClientImportPreview,
  ClientNote,
  ClientQuery,
  ClientTimeline,
  ClientUpdate,
  DuplicateRule,
  ImportTarget,
} from '../contract.ts';

/** `api.clients`: every route of the plugin. */
export const clients = defineApi((http) => ({
  getClients: (query?: Partial<ClientQuery>) => http.get<Page<Client>>('/clients', { query }),
  getClientsByUser: (userId: number, query?: Partial<ClientQuery>) =>
    http.get<Page<Client>>('/clients/by-user/{userId}', { params: { userId }, query }),
  getClient: (id: number) => http.get<Client>('/clients/{id}', { params: { id } }),
  createClient: (body: ClientCreate) => http.post<Client>('/clients', { body }),
  updateClient: (id: number, body: ClientUpdate) => http.patch<Client>('/clients/{id}', { params: { id }, body }),
  deleteClient: (id: number) => http.delete<void>('/clients/{id}', { params: { id } }),
  restoreClient: (id: number) => http.post<Client>('/clients/{id}/restore', { params: { id } }),
  exportClients: (query?: ClientExportQuery) => http.get<Blob>('/clients/export', { query, as: 'blob' }),

  getTimeline: (id: number) => http.get<ClientTimeline>('/clients/{id}/timeline', { params: { id } }),
  getNotes: (id: number, query?: Partial<PageQuery>) => http.get<Page<ClientNote>>('/clients/{id}/notes', { params: { id }, query }),
  addNote: (id: number, body: string) => http.post<ClientNote>('/clients/{id}/notes', { params: { id }, body: { body } }),
  deleteNote: (id: number, noteId: number) => http.delete<void>('/clients/{id}/notes/{noteId}', { params: { id, noteId } }),

  getFields: () => http.get<{ items: ClientField[] }>('/clients/fields'),
  createField: (body: ClientFieldCreate) => http.post<ClientField>('/clients/fields', { body }),
  updateField: (fieldId: number, body: ClientFieldUpdate) =>
    http.patch<ClientField>('/clients/fields/{fieldId}', { params: { fieldId }, body }),
  deleteField: (fieldId: number) => http.delete<void>('/clients/fields/{fieldId}', { params: { fieldId } }),

  uploadImport: (file: File) => http.post<ClientImport>('/clients/imports', { body: formOf(file) }),
  getImports: (query?: Partial<PageQuery>) => http.get<Page<ClientImport>>('/clients/imports', { query }),
  getImport: (importId: number) => http.get<ClientImport>('/clients/imports/{importId}', { params: { importId } }),
  mapImport: (importId: number, body: { mapping: (ImportTarget | null)[]; rule: DuplicateRule }) =>
    http.put<ClientImport>('/clients/imports/{importId}/mapping', { params: { importId }, body }),
  previewImport: (importId: number) => http.post<ClientImportPreview>('/clients/imports/{importId}/preview', { params: { importId } }),
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
