import type { z } from 'zod';
import type * as contract from '@loctelli/core';

export type { ApiKey, ApiKeyCreated, AuditEntry, Invitation, InvitationFront, PluginState, Session };
export type { Factors, Passkey, SignInResult } from '@loctelli/core';
export type { AuthResult, BackgroundJob, Me, NotificationPage, Page, Preference, Role, RoleMatrix, SavedView, SettledRole, Team, TenantFront, User, Why } from '@loctelli/core';

type Session = z.infer<typeof contract.session>;
type Invitation = z.infer<typeof contract.invitation>;
type InvitationFront = z.infer<typeof contract.invitationFront>;
type ApiKey = z.infer<typeof contract.apiKey>;
type ApiKeyCreated = z.infer<typeof contract.apiKeyCreated>;
type PluginState = z.infer<typeof contract.pluginState>;
type AuditEntry = z.infer<typeof contract.auditEntry>;
export type BrandPublished = z.infer<typeof contract.brandPublished>;
export type MailPreview = z.infer<typeof contract.mailPreview>;

export type TotpEnrolment = z.infer<typeof contract.totpEnrolment>;
export type RecoveryCodes = z.infer<typeof contract.recoveryCodes>;
export type PasskeyCreation = z.infer<typeof contract.passkeyCreationOptions>;
export type PasskeyRequest = z.infer<typeof contract.passkeyRequestOptions>;
export type LoginFactor = z.input<typeof contract.loginFactor>;
export type FactorBegin = z.input<typeof contract.factorBegin>;
export type FactorProof = z.input<typeof contract.factorProof>;

export type Login = z.input<typeof contract.login>;
export type Register = z.input<typeof contract.register>;
export type ChangePassword = z.input<typeof contract.changePassword>;
export type ProfileUpdate = Omit<z.input<typeof contract.profileUpdate>, 'version'> & { version: number };
export type UserUpdate = Omit<z.input<typeof contract.userUpdate>, 'version'> & { version: number };
export type WhyQuery = z.input<typeof contract.whyQuery>;
export type RoleCreate = z.input<typeof contract.roleCreate>;
export type RoleUpdate = Omit<z.input<typeof contract.roleUpdate>, 'version'> & { version: number };
export type InvitationCreate = z.input<typeof contract.invitationCreate>;
export type InvitationAccept = z.input<typeof contract.invitationAccept>;
export type SavedViewCreate = z.input<typeof contract.savedViewCreate>;
export type SavedViewUpdate = Omit<z.input<typeof contract.savedViewUpdate>, 'version'> & { version: number };
export type ApiKeyCreate = z.input<typeof contract.apiKeyCreate>;

export interface PageQuery {
  cursor?: string;
  limit?: number;
}
export interface UserQuery extends PageQuery {
  search?: string;
  role?: string;
  isActive?: boolean;
  teamId?: number | 'none';
}
export interface AuditQuery extends PageQuery {
  action?: string;
  subject?: string;
  subjectId?: string;
  actorId?: number;
  from?: string;
  until?: string;
}
