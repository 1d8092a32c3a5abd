import { Injectable, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { anyStatusKey, routeRuleKey, type RouteRule } from './route.decorators.ts';

/** What stays of a permission while the tenant is paused, which only lets routes through that read. */
export type WhilePausedUse = 'all' | 'some' | 'none';

/** Which routes ask for a permission, as far as an explanation has to know. */
@Injectable()
export class PermissionRoutes {
  #open: Map<string, boolean[]> | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  whilePaused(permission: string): WhilePausedUse {
    const routes = (this.#open ??= this.#collect()).get(permission) ?? [];
    if (routes.every(Boolean)) return 'all';
    return routes.some(Boolean) ? 'some' : 'none';
  }

  /** Permission → for each route that asks for it, whether a paused tenant may call it. */
  #collect(): Map<string, boolean[]> {
    const found = new Map<string, boolean[]>();
    const scanner = new MetadataScanner();
    for (const { instance, metatype } of this.discovery.getControllers()) {
      if (!instance || !metatype) continue;
      const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
      for (const name of scanner.getAllMethodNames(prototype)) {
        const targets = [prototype[name]!, metatype as never];
        const rule = this.reflector.getAllAndOverride<RouteRule | undefined>(routeRuleKey, targets);
        const method = Reflect.getMetadata('method', prototype[name]!) as RequestMethod | undefined;
        if (rule?.kind !== 'permission' || method === undefined) continue;
        const isOpen = method === RequestMethod.GET || this.reflector.getAllAndOverride<unknown>(anyStatusKey, targets) !== undefined;
        found.set(rule.permission, [...(found.get(rule.permission) ?? []), isOpen]);
      }
    }
    return found;
  }
}
