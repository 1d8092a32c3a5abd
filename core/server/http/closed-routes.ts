import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Permissions } from '../access/permissions.ts';
import { crossOriginKey, routeRuleKey, type RouteRule } from '../access/route.decorators.ts';

const pathMetadata = 'path';

/**
 * Refuses to boot with a route that does not say who may call it, or that asks for a permission nobody declares.
 * @throws Error that names every such method
 */
export function demandRouteRules(discovery: DiscoveryService, reflector: Reflector, permissions: Permissions): void {
  const scanner = new MetadataScanner();
  const faults: string[] = [];
  for (const { instance, metatype } of discovery.getControllers()) {
    if (!instance || !metatype) continue;
    const prototype = Object.getPrototypeOf(instance) as Record<string, () => unknown>;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[method]!;
      if (Reflect.getMetadata(pathMetadata, handler) === undefined) continue;
      const rule = reflector.getAllAndOverride<RouteRule | undefined>(routeRuleKey, [handler, metatype as never]);
      const name = `${metatype.name}.${method}`;
      if (!rule) faults.push(`${name} declares no @Can(permission), @SignedIn() or @Public()`);
      else if (rule.kind !== 'public' && reflector.get<string | undefined>(crossOriginKey, metatype as never)) faults.push(`${name} is called from foreign pages, so it must be @Public()`);
      else if (rule.kind === 'permission' && !permissions.get(rule.permission)) faults.push(`${name} asks for ${rule.permission}, which no manifest declares`);
    }
  }
  if (faults.length) throw new Error(`Routes without a rule do not boot:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
}
