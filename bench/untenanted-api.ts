import pg from 'pg';
import { plugins } from '../apps/api/generated/plugins.ts';
import { createApi } from '../core/server/api.ts';
import { parseConfig } from '../core/server/config/config.ts';
import { TenantConnection } from '../core/server/database/tenant-connection.ts';
import { currentTenantId } from '../core/server/tenancy/context.ts';

/**
 * The product with tenancy taken out of the database: connections are not bound, the role's policy lets every row pass, and the tenant is
 * written into the list's SQL by hand. The difference from the product is the tenancy tax.
 */
const config = parseConfig(process.env);
const api = await createApi(config, plugins);
const plain = new pg.Pool({ connectionString: config.databasePlatformUrl, max: config.databasePool });
const { pool } = api.app.get(TenantConnection);
const live = 'c."deletedAt" is null';
Object.assign(pool, {
  query: (query: pg.QueryConfig, values?: unknown[]) => {
    const text = query.text.replaceAll(live, `${live} and c."tenantId" = $${(query.values?.length ?? 0) + 1}`);
    return text === query.text ? plain.query(query, values) : plain.query({ ...query, text, values: [...(query.values ?? []), currentTenantId()] });
  },
});
await api.app.listen(config.port, config.host);
process.on('SIGTERM', () => void api.close().then(() => process.exit(0)));
