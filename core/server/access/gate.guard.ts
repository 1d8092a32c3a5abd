import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { kernelErrors } from '@loctelli/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Authenticator } from '../auth/authenticator.ts';
import { isBrowser, tokenOf } from '../auth/credentials.ts';
import { RateLimits } from '../http/rate-limits.ts';
import { problem } from '../http/problem.ts';
import { PluginStates } from '../plugins/plugin-states.ts';
import { context, type TenantContext } from '../tenancy/context.ts';
import { TenantDirectory } from '../tenancy/tenant-directory.ts';
import { ForeignPages } from './foreign-pages.ts';
import { Permissions } from './permissions.ts';
import { anyStatusKey, crossOriginKey, routeRuleKey, type RouteRule } from './route.decorators.ts';

interface Route {
  rule: RouteRule;
  /** Whether it answers in spite of the tenant's status. */
  open: 'any' | 'paused' | undefined;
  pluginId: string | undefined;
  /** Setting of the plugin that lists the foreign pages it may be called from. */
  foreign: string | undefined;
}

/**
 * The one door of the API: host → tenant, limits, token → user → ability, plugin on, permission given. It is a guard and not
 * middleware, because a guard cannot be walked around by a path the router reads differently.
 */
@Injectable()
export class GateGuard implements CanActivate {
  readonly #routes = new WeakMap<object, Route>();

  constructor(
    private readonly reflector: Reflector,
    private readonly tenants: TenantDirectory,
    private readonly authenticator: Authenticator,
    private readonly permissions: Permissions,
    private readonly plugins: PluginStates,
    private readonly limits: RateLimits,
    private readonly foreignPages: ForeignPages,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const http = execution.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const route = this.#routeOf(execution);
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD';
    void reply.header('cache-control', 'private, no-store');

    const tenant = await this.#tenant();
    refuseByStatus(tenant, isWrite, route.open);
    const token = tokenOf(request);
    if (!token) await this.limits.takeForAddress(context.get('ip'));
    await this.limits.take(tenant.id, reply);
    if (route.foreign && route.pluginId) await this.foreignPages.admit(request, reply, route.pluginId, route.foreign);
    else if (isWrite && (token ? token.fromCookie : isBrowser(request))) this.#demandSameOrigin(request);
    if (route.rule.kind === 'public') {
      await this.#demandPlugin(tenant, route);
      return true;
    }

    const user = await this.authenticator.identify(execution, tenant.id);
    await this.limits.takeForUser(tenant.id, user.id);
    await this.#demandPlugin(tenant, route);
    if (route.rule.kind === 'permission' && !user.grants[route.rule.permission]) throw problem(kernelErrors.forbidden);
    return true;
  }

  async #tenant(): Promise<TenantContext> {
    const store = context.get();
    const tenant = store.host ? (this.tenants.nearByHost(store.host) ?? (await this.tenants.byHost(store.host))) : null;
    if (!tenant) throw problem(kernelErrors.unknownHost);
    store.tenant = tenant;
    return tenant;
  }

  async #demandPlugin(tenant: TenantContext, { pluginId }: Route): Promise<void> {
    if (pluginId && !(await this.plugins.isEnabled(tenant.id, pluginId))) throw problem(kernelErrors.pluginDisabled);
  }

  /** A browser's write must come from a page of this very host (OWASP CSRF: standard headers). */
  #demandSameOrigin(request: FastifyRequest): void {
    const { origin } = request.headers;
    if (request.headers['sec-fetch-site'] === 'same-origin' && origin === undefined) return;
    const sent = origin && URL.canParse(origin) ? new URL(origin).host : null;
    if (sent === null || sent !== context.get('rawHost')) throw problem(kernelErrors.foreignOrigin);
  }

  #routeOf(execution: ExecutionContext): Route {
    const handler = execution.getHandler();
    const known = this.#routes.get(handler);
    if (known) return known;
    const targets = [handler, execution.getClass()];
    const rule = this.reflector.getAllAndOverride<RouteRule | undefined>(routeRuleKey, targets);
    // Unreachable: such a route does not boot. It stays closed all the same.
    if (!rule) throw problem(kernelErrors.forbidden);
    const foreign = this.reflector.get<string | undefined>(crossOriginKey, execution.getClass());
    // Unreachable likewise: whoever signs in does so on the tenant's own pages.
    if (foreign && rule.kind !== 'public') throw problem(kernelErrors.forbidden);
    const owner = rule.kind === 'permission' ? this.permissions.pluginOf(rule.permission) : undefined;
    const route = {
      rule,
      open: this.reflector.getAllAndOverride<Route['open']>(anyStatusKey, targets),
      foreign,
      pluginId: owner === 'core' ? undefined : (owner ?? this.plugins.ownerOf(execution.getClass())),
    };
    this.#routes.set(handler, route);
    return route;
  }
}

function refuseByStatus(tenant: TenantContext, isWrite: boolean, open: Route['open']): void {
  if (tenant.status === 'suspended' && open !== 'any') throw problem(kernelErrors.tenantSuspended);
  if (tenant.status === 'paused' && isWrite && !open) throw problem(kernelErrors.tenantPaused);
}
