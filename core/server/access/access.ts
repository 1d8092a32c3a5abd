import { Injectable } from '@nestjs/common';
import { kernelErrors, type FieldVerb, type Scope } from '@loctelli/core';
import { problem } from '../http/problem.ts';
import { context, type Principal, type RequestContext, type TenantContext } from '../tenancy/context.ts';
import { reachOf } from './ability.ts';
import { FieldRefusals } from './field-refusals.ts';
import { Permissions } from './permissions.ts';

/** Who is asking, for which tenant, and what they may do. */
@Injectable()
export class Access {
  constructor(private readonly permissions: Permissions) {}

  /** The signed-in user. Throws core.sign-in-required where there is none. */
  get user(): Principal {
    const user = this.#context?.user;
    if (!user) throw problem(kernelErrors.signInRequired);
    return user;
  }

  /** Whether a user asks; in jobs, and for visitors, nobody does. */
  get isSignedIn(): boolean {
    return this.#context?.user !== undefined;
  }

  /** The tenant in the air. */
  get tenant(): TenantContext {
    const tenant = this.#context?.tenant;
    if (!tenant) throw problem(kernelErrors.unknownHost);
    return tenant;
  }

  /** How far a permission reaches for the user; null when they do not have it. */
  can(permissionId: string): Scope | null {
    return this.#context?.user?.grants[permissionId] ?? null;
  }

  /** Throws core.forbidden unless the user has the permission, in whatever scope. */
  demand(permissionId: string): void {
    if (!this.can(permissionId)) throw problem(kernelErrors.forbidden);
  }

  /**
   * The rows of the permission's model that the user may reach with it, as a Prisma `where`. Join it into every query:
   * `where: { AND: [access.where('clients.read'), filter] }`.
   */
  where(permissionId: string): object {
    const permission = this.permissions.get(permissionId);
    const ability = this.#context?.ability;
    const where = permission && ability ? reachOf(ability, permission) : null;
    if (!where) throw problem(kernelErrors.forbidden);
    return where;
  }

  /**
   * Fields of a model that the user's role is refused to read, write or export. Refused to read is refused to write and export too.
   * Leave such fields out of answers, filters, sorting and search; refuse a write that names one. Empty where no user asks, as in a job:
   * what a job may do is judged by the request that starts it.
   */
  refused(subject: string, verb: FieldVerb): ReadonlySet<string> {
    return (this.#context?.user?.refusals ?? FieldRefusals.none).of(subject, verb);
  }

  get #context(): RequestContext | undefined {
    return context.isActive() ? context.get() : undefined;
  }
}
