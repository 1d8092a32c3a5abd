import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';

/** What a route asks of its caller. */
export type RouteRule = { kind: 'permission'; permission: string } | { kind: 'signed-in' } | { kind: 'public' };

export const routeRuleKey = 'loctelli:route';
export const outsideUnitOfWorkKey = 'loctelli:outside-unit-of-work';
export const anyStatusKey = 'loctelli:any-status';
export const crossOriginKey = 'loctelli:cross-origin';

/** The route needs this permission, in whatever scope; the service joins `access.where(…)` for the rows. */
export const Can = (permission: string) =>
  applyDecorators(
    SetMetadata(routeRuleKey, { kind: 'permission', permission } satisfies RouteRule),
    ApiBearerAuth(),
    ApiExtension('x-permission', permission),
  );

/** The route needs a signed-in user and no permission. */
export const SignedIn = () => applyDecorators(SetMetadata(routeRuleKey, { kind: 'signed-in' } satisfies RouteRule), ApiBearerAuth());

/** Anyone who knows the tenant's host may call the route. */
export const Public = () => SetMetadata(routeRuleKey, { kind: 'public' } satisfies RouteRule);

/**
 * The controller's public routes may be called by scripts on foreign pages: of the origins that this setting of the controller's plugin lists, such
 * as `https://shop.example`. Nobody's cookies are read there; what a visitor proves goes into the header `x-visitor`.
 */
export const CrossOrigin = (setting: string) => SetMetadata(crossOriginKey, setting);

/**
 * The route opens its own units of work, because it waits for something else meanwhile (a password hash, an upload) and must not
 * hold a connection.
 */
export const OutsideUnitOfWork = () => SetMetadata(outsideUnitOfWorkKey, true);

/** The route answers for paused and suspended tenants too. */
export const AnyTenantStatus = () => SetMetadata(anyStatusKey, 'any');

/** The route, though it writes, answers for a paused tenant: whoever may read must be able to sign in. */
export const WhilePaused = () => SetMetadata(anyStatusKey, 'paused');
