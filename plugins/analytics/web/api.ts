import { defineApi } from '@loctelli/core/web';
import type * as contract from '../contract.ts';

type Language = { locale?: string };

/** `api.analytics`: every route of the plugin. */
export const analytics = defineApi((http) => ({
  getMetrics: (query?: Language) => http.get<{ items: contract.MetricInfo[] }>('/analytics/metrics', { query }),
  getValues: (dimension: string, query?: Language) => http.get<{ items: { key: string | null; label: string | null; count: number }[] }>('/analytics/values', { query: { dimension, ...query } }),
  ask: (body: contract.AskInput) => http.post<contract.Answers>('/analytics/answers', { body }),
  getRows: (body: contract.RowsAskInput) => http.post<contract.MetricRows>('/analytics/rows', { body }),
  exportTile: (body: contract.ExportAskInput) => http.post<Blob>('/analytics/csv', { body, as: 'blob' }),

  getDashboards: () => http.get<{ items: contract.Dashboard[] }>('/analytics/dashboards'),
  getStartDashboard: () => http.get<contract.StartDashboard>('/analytics/dashboards/start'),
  getDashboard: (id: number) => http.get<contract.Dashboard>('/analytics/dashboards/{id}', { params: { id } }),
  createDashboard: (body: contract.DashboardCreateInput) => http.post<contract.Dashboard>('/analytics/dashboards', { body }),
  updateDashboard: (id: number, body: contract.DashboardUpdateInput) => http.patch<contract.Dashboard>('/analytics/dashboards/{id}', { params: { id }, body }),
  deleteDashboard: (id: number) => http.delete<void>('/analytics/dashboards/{id}', { params: { id } }),

  getGoals: (query?: Language) => http.get<{ items: contract.Goal[] }>('/analytics/goals', { query }),
  createGoal: (body: contract.GoalCreateInput) => http.post<contract.Goal>('/analytics/goals', { body }),
  updateGoal: (id: number, body: contract.GoalUpdate) => http.patch<contract.Goal>('/analytics/goals/{id}', { params: { id }, body }),
  deleteGoal: (id: number) => http.delete<void>('/analytics/goals/{id}', { params: { id } }),

  getSchedules: () => http.get<{ items: contract.Schedule[] }>('/analytics/schedules'),
  createSchedule: (body: contract.ScheduleCreateInput) => http.post<contract.Schedule>('/analytics/schedules', { body }),
  updateSchedule: (id: number, body: contract.ScheduleUpdate) => http.patch<contract.Schedule>('/analytics/schedules/{id}', { params: { id }, body }),
  deleteSchedule: (id: number) => http.delete<void>('/analytics/schedules/{id}', { params: { id } }),
  testSchedule: (id: number) => http.post<void>('/analytics/schedules/{id}/test', { params: { id } }),

  getShares: () => http.get<{ items: contract.Share[] }>('/analytics/shares'),
  createShare: (body: contract.ShareCreate) => http.post<contract.Share>('/analytics/shares', { body }),
  revokeShare: (id: number) => http.delete<void>('/analytics/shares/{id}', { params: { id } }),
  getShared: (token: string, query?: Language) => http.get<contract.SharedDashboard>('/analytics/shared/{token}', { params: { token }, query }),

  getAgencyMetrics: (query?: Language) => http.get<{ items: contract.MetricInfo[] }>('/analytics/agency/metrics', { query }),
  compareTenants: (body: contract.AgencyAskInput) => http.post<contract.AgencyAnswer>('/analytics/agency', { body }),
}));
