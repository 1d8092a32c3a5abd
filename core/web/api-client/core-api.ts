import type { BrandEditor, BrandPicture, BrandPublication, BrandTokens, Locale, PictureKind, PluginCard, PluginSettings } from '@loctelli/core';
import type { ApiKey, AuditEntry, AuthResult, Invitation, Me, Page, PluginState, Role, Session, TenantFront, User } from './types.ts';
import type { Factors, Passkey, SignInResult } from './types.ts';
import type * as input from './types.ts';
import { defineApi } from './define-api.ts';
import { backgroundJobs, notifications, preferences, views } from './personal-api.ts';

const auth = defineApi((http) => ({
  /** Answers with a ticket instead of a session when a second factor is asked for. */
  login: (body: input.Login) => http.post<SignInResult>('/auth/login', { body }),
  finishLogin: (body: input.LoginFactor) => http.post<AuthResult>('/auth/login/factor', { body }),
  getPasskeyRequest: () => http.post<input.PasskeyRequest>('/auth/login/passkey/options', { body: {} }),
  loginWithPasskey: (credential: object) => http.post<AuthResult>('/auth/login/passkey', { body: { credential } }),
  register: (body: input.Register) => http.post<void>('/auth/register', { body }),
  verifyEmail: (body: { token: string }) => http.post<void>('/auth/verify-email', { body }),
  refresh: (refreshToken?: string) => http.post<AuthResult>('/auth/refresh', { body: refreshToken ? { refreshToken } : {} }),
  logout: () => http.post<void>('/auth/logout', { body: {} }),
  logoutOthers: () => http.post<void>('/auth/logout-others', { body: {} }),
  logoutAll: () => http.post<void>('/auth/logout-all', { body: {} }),
  getProfile: () => http.get<User>('/auth/profile'),
  updateProfile: (body: input.ProfileUpdate) => http.patch<User>('/auth/profile', { body }),
  changePassword: (body: input.ChangePassword) => http.post<void>('/auth/change-password', { body }),
  forgotPassword: (body: { email: string }) => http.post<void>('/auth/forgot-password', { body }),
  resetPassword: (body: { token: string; password: string }) => http.post<void>('/auth/reset-password', { body }),
  getSessions: () => http.get<{ items: Session[] }>('/auth/sessions'),
  revokeSession: (id: string) => http.delete<void>('/auth/sessions/{id}', { params: { id } }),
  getFactors: () => http.get<Factors>('/auth/factors'),
  beginTotp: (body: input.FactorBegin) => http.post<input.TotpEnrolment>('/auth/totp', { body }),
  confirmTotp: (code: string) => http.post<input.RecoveryCodes>('/auth/totp/confirm', { body: { code } }),
  disableTotp: (body: input.FactorProof) => http.post<void>('/auth/totp/disable', { body }),
  renewRecoveryCodes: (body: input.FactorProof) => http.post<input.RecoveryCodes>('/auth/recovery-codes', { body }),
  beginPasskey: (body: input.FactorBegin) => http.post<input.PasskeyCreation>('/auth/passkeys/options', { body }),
  createPasskey: (body: { name: string; credential: object }) => http.post<Passkey>('/auth/passkeys', { body }),
  renamePasskey: (id: number, name: string) => http.patch<Passkey>('/auth/passkeys/{id}', { params: { id }, body: { name } }),
  deletePasskey: (id: number) => http.delete<void>('/auth/passkeys/{id}', { params: { id } }),
}));

const users = defineApi((http) => ({
  getUsers: (query?: input.UserQuery) => http.get<Page<User>>('/users', { query }),
  getUser: (id: number) => http.get<User>('/users/{id}', { params: { id } }),
  updateUser: (id: number, body: input.UserUpdate) => http.patch<User>('/users/{id}', { params: { id }, body }),
  resetFactors: (id: number) => http.post<void>('/users/{id}/reset-factors', { params: { id }, body: {} }),
  explain: (id: number, query: input.WhyQuery) => http.get<input.Why>('/users/{id}/why', { params: { id }, query: query as never }),
}));

const invitations = defineApi((http) => ({
  getInvitations: (query?: input.PageQuery) => http.get<Page<Invitation>>('/invitations', { query }),
  createInvitation: (body: input.InvitationCreate) => http.post<Invitation>('/invitations', { body }),
  resendInvitation: (id: number) => http.post<Invitation>('/invitations/{id}/resend', { params: { id }, body: {} }),
  revokeInvitation: (id: number) => http.delete<void>('/invitations/{id}', { params: { id } }),
  getInvitation: (token: string) => http.get<input.InvitationFront>('/invitations/accept', { query: { token } }),
  acceptInvitation: (body: input.InvitationAccept) => http.post<AuthResult>('/invitations/accept', { body }),
}));

const roles = defineApi((http) => ({
  getRoles: () => http.get<{ items: Role[] }>('/roles'),
  getMatrix: () => http.get<input.RoleMatrix>('/roles/matrix'),
  createRole: (body: input.RoleCreate) => http.post<input.SettledRole>('/roles', { body }),
  copyRole: (id: number, body: { name: string }) => http.post<input.SettledRole>('/roles/{id}/copy', { params: { id }, body }),
  resetRole: (id: number, body: { version: number }) => http.post<input.SettledRole>('/roles/{id}/reset', { params: { id }, body }),
  updateRole: (id: number, body: input.RoleUpdate) => http.patch<input.SettledRole>('/roles/{id}', { params: { id }, body }),
  deleteRole: (id: number, query: { moveTo?: string } = {}) => http.delete<void>('/roles/{id}', { params: { id }, query }),
}));

const plugins = defineApi((http) => ({
  getPlugins: () => http.get<{ items: PluginCard[] }>('/plugins'),
  getSettings: (id: string) => http.get<PluginSettings>('/plugins/{id}/settings', { params: { id } }),
  updateSettings: (id: string, values: Record<string, unknown>) => http.put<PluginSettings>('/plugins/{id}/settings', { params: { id }, body: { values } }),
  updatePlugin: (id: string, body: { enabled: boolean }) => http.patch<PluginState>('/plugins/{id}', { params: { id }, body }),
}));

const apiKeys = defineApi((http) => ({
  getApiKeys: (query?: input.PageQuery) => http.get<Page<ApiKey>>('/api-keys', { query }),
  createApiKey: (body: input.ApiKeyCreate) => http.post<input.ApiKeyCreated>('/api-keys', { body }),
  deleteApiKey: (id: number) => http.delete<void>('/api-keys/{id}', { params: { id } }),
}));

const teams = defineApi((http) => ({
  getTeams: () => http.get<{ items: input.Team[] }>('/teams'),
  createTeam: (body: { name: string }) => http.post<input.Team>('/teams', { body }),
  updateTeam: (id: number, body: { version: number; name: string }) => http.patch<input.Team>('/teams/{id}', { params: { id }, body }),
  deleteTeam: (id: number, query: { moveTo?: number | 'none' } = {}) => http.delete<void>('/teams/{id}', { params: { id }, query }),
  addMembers: (id: number, userIds: number[]) => http.post<input.Team>('/teams/{id}/members', { params: { id }, body: { userIds } }),
  removeMember: (id: number, userId: number) => http.delete<void>('/teams/{id}/members/{userId}', { params: { id, userId } }),
}));

const audit = defineApi((http) => ({
  getAudit: (query?: input.AuditQuery) => http.get<Page<AuditEntry>>('/audit', { query }),
  getFacets: () => http.get<{ actions: string[]; subjects: string[] }>('/audit/facets'),
  exportAudit: (query?: Omit<input.AuditQuery, 'cursor' | 'limit'>) => http.get<Blob>('/audit/export', { query, as: 'blob' }),
}));
const me = defineApi((http) => ({ getMe: () => http.get<Me>('/me') }));
const brand = defineApi((http) => ({
  getBrand: () => http.get<TenantFront>('/brand'),
  getEditor: () => http.get<BrandEditor>('/brand/editor'),
  saveDraft: (body: { version: number; tokens: BrandTokens }) => http.put<BrandEditor>('/brand/draft', { body }),
  discardDraft: (version: number) => http.delete<BrandEditor>('/brand/draft', { query: { version } }),
  publish: (version: number) => http.post<input.BrandPublished>('/brand/publish', { body: { version } }),
  getPublications: () => http.get<{ items: BrandPublication[] }>('/brand/publications'),
  restore: (id: number, body: { version: number; look: 'before' | 'after' }) => http.post<input.BrandPublished>('/brand/publications/{id}/restore', { params: { id }, body }),
  uploadPicture: (kind: PictureKind, file: File) => {
    const body = new FormData();
    body.append('file', file);
    return http.post<BrandPicture>('/brand/pictures', { query: { kind }, body });
  },
  previewMail: (body: { tokens: BrandTokens; locale?: Locale }) => http.post<input.MailPreview>('/brand/preview/mail', { body }),
}));
const status = defineApi((http) => ({ getStatus: () => http.get<{ status: string }>('/status') }));

/** The kernel's endpoints. The app's `api` adds each plugin's. */
export const coreApi = { auth, users, teams, invitations, roles, plugins, apiKeys, audit, me, brand, status, preferences, notifications, backgroundJobs, views };
