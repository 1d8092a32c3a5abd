import { z } from 'zod';
import { email, id, instant, line, locale, password, version, zone } from './fields.ts';
import { pageOf, pageQuery } from './page.ts';
import { fieldRules, grants } from './permission.ts';
import { tenantKind, tenantStatus } from './tenant.ts';

/** A staff account as others of the tenant see it. */
export const user = z
  .object({
    id: z.number().int(),
    name: z.string(),
    email: z.string(),
    role: z.string(),
    isActive: z.boolean(),
    company: z.string().nullable(),
    phone: z.string().nullable(),
    title: z.string().nullable(),
    locale: locale.nullable(),
    zone: z.string().nullable(),
    teamId: z.number().int().nullable(),
    lastLoginAt: instant.nullable(),
    /** Whether an authenticator app is asked for at sign-in. */
    totpEnabled: z.boolean(),
    createdAt: instant,
    version: z.number().int(),
  })
  .meta({ id: 'User' });
export type User = z.infer<typeof user>;

export const userQuery = pageQuery
  .extend({ search: z.string().trim().max(100).optional(), role: z.string().max(40).optional(), isActive: z.stringbool().optional(), teamId: z.union([z.literal('none'), id]).optional() })
  ;
export const userPage = pageOf(user, 'UserPage');
export const userUpdate = z
  .strictObject({ version, name: line(100).optional(), role: z.string().max(40).optional(), isActive: z.boolean().optional(), teamId: id.nullable().optional() })
  .meta({ id: 'UserUpdate' });
export const profileUpdate = z
  .strictObject({
    version,
    name: line(100).optional(),
    company: line(100).nullable().optional(),
    phone: line(40).nullable().optional(),
    title: line(100).nullable().optional(),
    locale: locale.nullable().optional(),
    zone: zone.nullable().optional(),
  })
  .meta({ id: 'ProfileUpdate' });

export const login = z.strictObject({ email, password: z.string().min(1).max(200) }).meta({ id: 'Login' });
/** Tokens are absent for browsers: those receive `__Host-` cookies that no script can read. */
export const authResult = z
  .object({
    user,
    accessToken: z.string().optional(),
    refreshToken: z.string().optional(),
    tokenType: z.literal('Bearer').optional(),
    /** Seconds until the access token ends. */
    expiresIn: z.number().int(),
  })
  .meta({ id: 'AuthResult' });
export type AuthResult = z.infer<typeof authResult>;
export const register = z.strictObject({ name: line(100), email, password, company: line(100).optional(), locale: locale.optional() }).meta({ id: 'Register' });
export const refresh = z.strictObject({ refreshToken: z.string().max(200).optional() }).meta({ id: 'Refresh' });
export const forgotPassword = z.strictObject({ email }).meta({ id: 'ForgotPassword' });
export const resetPassword = z.strictObject({ token: z.string().min(20).max(200), password }).meta({ id: 'ResetPassword' });
export const verifyEmail = z.strictObject({ token: z.string().min(20).max(200) }).meta({ id: 'VerifyEmail' });
export const changePassword = z.strictObject({ currentPassword: z.string().min(1).max(200), newPassword: password }).meta({ id: 'ChangePassword' });

/** One signed-in device. */
export const session = z
  .object({
    id: z.string(),
    current: z.boolean(),
    userAgent: z.string(),
    ip: z.string(),
    createdAt: instant,
    lastUsedAt: instant,
  })
  .meta({ id: 'Session' });
export const sessionList = z.object({ items: z.array(session) }).meta({ id: 'SessionList' });

export const invitation = z
  .object({
    id: z.number().int(),
    email: z.string(),
    name: z.string().nullable(),
    role: z.string(),
    teamId: z.number().int().nullable(),
    status: z.enum(['pending', 'accepted', 'expired', 'revoked']),
    invitedBy: z.string().nullable(),
    expiresAt: instant,
    createdAt: instant,
  })
  .meta({ id: 'Invitation' });
export const invitationPage = pageOf(invitation, 'InvitationPage');
export const invitationCreate = z.strictObject({ email, name: line(100).optional(), role: z.string().min(1).max(40), teamId: id.optional() }).meta({ id: 'InvitationCreate' });
export const invitationFront = z.object({ email: z.string(), name: z.string().nullable(), tenant: z.string() }).meta({ id: 'InvitationFront' });
export const invitationAccept = z.strictObject({ token: z.string().min(20).max(200), name: line(100), password, locale: locale.optional() }).meta({ id: 'InvitationAccept' });

export const apiKey = z
  .object({
    id: z.number().int(),
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(z.string()),
    /** Whom it acts for. */
    userId: z.number().int(),
    userName: z.string(),
    expiresAt: instant.nullable(),
    lastUsedAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'ApiKey' });
export const apiKeyPage = pageOf(apiKey, 'ApiKeyPage');
export const apiKeyCreate = z
  .strictObject({ name: line(60), scopes: z.array(z.string().max(80)).min(1).max(100), expiresAt: z.iso.datetime({ offset: true }).nullable().optional() })
  .meta({ id: 'ApiKeyCreate' });
/** The key itself is shown this once and kept only as a digest. */
export const apiKeyCreated = apiKey.extend({ key: z.string() }).meta({ id: 'ApiKeyCreated' });

export const pluginState = z
  .object({ id: z.string(), name: z.string(), description: z.string(), version: z.string(), enabled: z.boolean(), failure: z.string().nullable() })
  .meta({ id: 'PluginState' });
export const pluginList = z.object({ items: z.array(pluginState) }).meta({ id: 'PluginList' });
export const pluginUpdate = z.strictObject({ enabled: z.boolean() }).meta({ id: 'PluginUpdate' });

/** The caller, what they may do and what their tenant has switched on: all that a screen needs to draw itself. */
export const me = z
  .object({
    user,
    tenant: z.object({ slug: z.string(), name: z.string(), kind: tenantKind, status: tenantStatus, locale, zone: z.string(), country: z.string() }),
    grants,
    /** Fields the caller's role is refused. */
    fields: fieldRules,
    /** Ids of the plugins that loaded and are on for this tenant. */
    plugins: z.array(z.string()),
    /** How far the tenant's live messages had come: who listens from here on misses none that came after this answer. Null while they are not kept. */
    live: z.string().nullable(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof me>;

export const auditEntry = z
  .object({
    id: z.number().int(),
    action: z.string(),
    subject: z.string(),
    subjectId: z.string().nullable(),
    actorId: z.number().int().nullable(),
    actorName: z.string().nullable(),
    changes: z.record(z.string(), z.unknown()).nullable(),
    requestId: z.string().nullable(),
    ip: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'AuditEntry' });
export const auditPage = pageOf(auditEntry, 'AuditPage');
const auditFilter = z.object({
  /** Actions that begin with this, such as `client.`. */
  action: z.string().trim().max(80).optional(),
  subject: z.string().max(80).optional(),
  subjectId: z.string().max(80).optional(),
  actorId: id.optional(),
  /** From this instant on. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Before this instant. */
  until: z.iso.datetime({ offset: true }).optional(),
});
export const auditQuery = pageQuery.extend(auditFilter.shape);
export const auditExportQuery = z.strictObject(auditFilter.shape);
/** What to choose from in the filters: actions and subjects of the latest entries. */
export const auditFacets = z.object({ actions: z.array(z.string()), subjects: z.array(z.string()) }).meta({ id: 'AuditFacets' });
