import { Injectable } from '@nestjs/common';
import { PlatformDatabase } from '../database/database.ts';
import { currentTenantId, type TenantContext } from '../tenancy/context.ts';
import { TenantDirectory } from '../tenancy/tenant-directory.ts';

/** The agencies that the tenant in the air stands under. */
@Injectable()
export class AgenciesAbove {
  constructor(
    private readonly platform: PlatformDatabase,
    private readonly directory: TenantDirectory,
  ) {}

  /** Nearest first, without those that are suspended. */
  async above(): Promise<TenantContext[]> {
    const rows = await this.platform.$queryRaw<{ id: number }[]>`
      with recursive above as (
        select p.id, p."parentId", p.kind, p.status, 1 as depth from "Tenant" t join "Tenant" p on p.id = t."parentId" where t.id = ${currentTenantId()!}
        union all
        select p.id, p."parentId", p.kind, p.status, depth + 1 from "Tenant" p join above on p.id = above."parentId" where depth < 20
      )
      select id from above where kind = 'agency' and status <> 'suspended' order by depth`;
    const tenants: TenantContext[] = [];
    for (const { id } of rows) {
      const tenant = await this.directory.byId(id);
      if (tenant) tenants.push(tenant);
    }
    return tenants;
  }
}
