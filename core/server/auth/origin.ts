import type { Config } from '../config/config.ts';
import { context } from '../tenancy/context.ts';

/**
 * Where the visitor of this request sees their tenant, such as `http://acme.localhost:3001`. The guard has made sure that the host is
 * the tenant's, so a link built on it leads nowhere else.
 */
export function visitorOrigin(config: Config): string {
  return originAt(config, context.get('host') ?? `${context.get('tenant')?.slug}.${config.baseDomain}`);
}

/** The origin of a host as browsers are to spell it. */
export function originAt(config: Pick<Config, 'publicProtocol' | 'publicPort'>, host: string): string {
  const usual = config.publicProtocol === 'https' ? 443 : 80;
  return `${config.publicProtocol}://${host}${config.publicPort === usual ? '' : `:${config.publicPort}`}`;
}
