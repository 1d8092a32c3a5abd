import type { Scope, TenantKind, TenantStatus, Locale } from '@loctelli/core';
import type { AppAbility } from '../access/app-ability.ts';
import type { FieldRefusals } from '../access/field-refusals.ts';
import type { Work } from '../database/work.ts';
import { ClsServiceManager, type ClsService, type ClsStore } from 'nestjs-cls';

/** The tenant a request, a job or an event belongs to. */
export interface TenantContext {
  id: number;
  slug: string;
  name: string;
  kind: TenantKind;
  status: TenantStatus;
  locale: Locale;
  zone: string;
  country: string;
  registration: boolean;
}

/** The signed-in user, as the guard found them at the start of this request. */
export interface Principal {
  id: number;
  name: string;
  email: string;
  role: string;
  teamId: number | null;
  locale: Locale | null;
  zone: string | null;
  /** Session of a browser or bearer token; null for an API key. */
  sessionId: string | null;
  grants: Readonly<Record<string, Scope>>;
  /** Fields the role is refused. */
  refusals: FieldRefusals;
}

/** What is in the air around the running code. Only the kernel writes it. */
export interface RequestContext extends ClsStore {
  requestId: string;
  ip: string;
  /** Host the visitor asked for, canonical; absent in jobs. */
  host?: string | null;
  /** The same as the visitor's browser spells it, with its port. */
  rawHost?: string;
  tenant?: TenantContext;
  user?: Principal;
  ability?: AppAbility;
  work?: Work;
}

/** The context store. One per process, shared by Nest and by the connection pool, which lives outside Nest. */
export const context: ClsService<RequestContext> = ClsServiceManager.getClsService<RequestContext>();

/** The tenant in the air, or undefined: for the kernel's own decisions. Plugins are bound without asking. */
export function currentTenantId(): number | undefined {
  return context.isActive() ? (context.get('tenant') as TenantContext | undefined)?.id : undefined;
}

/**
 * Runs `work` as a tenant, outside any request. The result is awaited inside: Prisma's promises are lazy, and one that
 * were returned unawaited would run after the context closed.
 */
export function runAs<T>(tenant: TenantContext, work: () => Promise<T>, actor?: Principal): Promise<T> {
  const store: RequestContext = { requestId: crypto.randomUUID(), ip: '', tenant, ...(actor && { user: actor }) };
  return context.runWith(store, async () => await work());
}
