import type { BackgroundJob, NotificationPage, Preference, SavedView } from './types.ts';
import type * as input from './types.ts';
import { defineApi } from './define-api.ts';

/** What the shell asks for on every page stands apart from the other endpoints, so that the first page's script carries no more. */
export const preferences = /* #__PURE__ */ defineApi((http) => ({
  getPreference: (key: string) => http.get<Preference>('/preferences/{key}', { params: { key } }),
  setPreference: (key: string, value: Preference['value']) => http.put<Preference>('/preferences/{key}', { params: { key }, body: { value } }),
  clearPreference: (key: string) => http.delete<void>('/preferences/{key}', { params: { key } }),
  setDefault: (key: string, value: Preference['value']) => http.put<void>('/preferences/{key}/default', { params: { key }, body: { value } }),
  clearDefault: (key: string) => http.delete<void>('/preferences/{key}/default', { params: { key } }),
}));

export const notifications = /* #__PURE__ */ defineApi((http) => ({
  getNotifications: (query?: { cursor?: string; limit?: number; unread?: boolean }) => http.get<NotificationPage>('/notifications', { query }),
  /** Without ids: all. */
  readNotifications: (ids?: number[]) => http.post<void>('/notifications/read', { body: ids ? { ids } : {} }),
}));

export const backgroundJobs = /* #__PURE__ */ defineApi((http) => ({
  getBackgroundJobs: () => http.get<{ items: BackgroundJob[] }>('/background-jobs'),
  dismissBackgroundJob: (id: number) => http.post<void>('/background-jobs/{id}/dismiss', { params: { id } }),
}));

export const views = /* #__PURE__ */ defineApi((http) => ({
  getViews: (list: string) => http.get<{ items: SavedView[] }>('/views', { query: { list } }),
  createView: (body: input.SavedViewCreate) => http.post<SavedView>('/views', { body }),
  updateView: (id: number, body: input.SavedViewUpdate) => http.patch<SavedView>('/views/{id}', { params: { id }, body }),
  deleteView: (id: number) => http.delete<void>('/views/{id}', { params: { id } }),
}));
