import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Access } from '../access/access.ts';
import { PlatformDatabase } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { runAs } from '../tenancy/context.ts';
import { TenantDirectory } from '../tenancy/tenant-directory.ts';
import type { MetricPoint, MetricQuery } from './metric-query.ts';
import { Metrics } from './metrics.ts';

/** A tenant below the one in the air. */
export interface TenantBelow {
  id: number;
  name: string;
  slug: string;
}

/**
 * Numbers of the tenants below an agency. No rows and no values of dimensions leave a tenant: what is asked for is totals, and totals per bucket. Amounts
 * come per currency, as those of two are never added.
 */
@Injectable()
export class MetricsBelow {
  constructor(
    private readonly platform: PlatformDatabase,
    private readonly directory: TenantDirectory,
    private readonly access: Access,
    private readonly metrics: Metrics,
  ) {}

  /** The tenants below the one in the air, at any depth, that are not suspended. Empty for one that is no agency. */
  async tenants(): Promise<TenantBelow[]> {
    return this.platform.$queryRaw<TenantBelow[]>`
      with recursive below as (
        select t.id, t.name, t.slug, t.status, 1 as depth from "Tenant" t join "Tenant" p on p.id = t."parentId" where p.id = ${this.access.tenant.id} and p.kind <> 'business'
        union all
        select t.id, t.name, t.slug, t.status, depth + 1 from "Tenant" t join below on t."parentId" = below.id where depth < 20
      )
      select id, name, slug from below where status <> 'suspended' order by name, id`;
  }

  /**
   * A metric of each tenant below, measured as a whole there; one of money per currency, which is the `key` of its points. The caller needs the metric's
   * permission for all rows of their own tenant; throws core.forbidden otherwise, and also where nobody is signed in.
   * @returns null for a tenant that does not have the metric, such as one whose plugin is off
   */
  async measure(name: string, { from, to, zone, bucket }: Pick<MetricQuery, 'from' | 'to' | 'zone' | 'bucket'>): Promise<{ tenant: TenantBelow; points: MetricPoint[] | null }[]> {
    const metric = await this.metrics.find(name);
    if (!this.access.isSignedIn || this.access.can(metric.permission) !== 'all') throw problem(kernelErrors.forbidden);
    const by = metric.unit === 'money' && 'currency' in metric.dimensions ? 'currency' : undefined;
    const found: { tenant: TenantBelow; points: MetricPoint[] | null }[] = [];
    for (const tenant of await this.tenants()) found.push({ tenant, points: await this.#within(tenant.id, name, { from, to, zone, bucket, by }) });
    return found;
  }

  async #within(tenantId: number, name: string, query: MetricQuery): Promise<MetricPoint[] | null> {
    const tenant = await this.directory.byId(tenantId);
    if (!tenant) return null;
    return runAs(tenant, async () => {
      const has = (await this.metrics.list()).some(({ metric }) => metric.name === name);
      return has ? this.metrics.measure(name, query) : null;
    });
  }
}
