import { Module } from '@nestjs/common';
import { defineMetric } from '@loctelli/core';
import { definePlugin, type PluginImport } from '@loctelli/core/server';

// For the tests: a plugin that declares metrics and nothing else, over rows that the test writes into the audit log. Nothing in analytics names it.
const sql = (action: string) =>
  `select id, "createdAt" as at, coalesce((changes->>'value')::numeric, 1) as value, subject as kind, "subjectId" as client, "actorId" as "ownerId", changes->>'currency' as currency, action as name
   from "AuditEntry" where action = '${action}'`;
const shared = { dimensions: { kind: 'kind', seller: 'ownerId', client: 'client' }, permission: 'made.read', owner: 'ownerId', label: 'name' } as const;

export const madeMetrics = [
  defineMetric({ ...shared, name: 'made.calls', unit: 'count', aggregate: 'count', sql: sql('call'), drill: '/made?from={from}&kind={kind}&seller={seller}', record: '/made/{id}', funnel: { id: 'sales', order: 1 } }),
  defineMetric({ ...shared, name: 'made.deals', unit: 'count', aggregate: 'count', sql: sql('deal'), funnel: { id: 'sales', order: 2 } }),
  defineMetric({ ...shared, name: 'made.earned', unit: 'money', aggregate: 'sum', sql: sql('deal'), dimensions: { ...shared.dimensions, currency: 'currency' } }),
  defineMetric({ ...shared, name: 'made.wait-time', unit: 'seconds', aggregate: 'median', sql: sql('call') }),
];

@Module({})
class MadeModule {}
const read = { id: 'made.read', subject: 'AuditEntry', action: 'read', scopes: ['own', 'team', 'all'], owner: 'actorId', roles: { admin: 'all', manager: 'team', user: 'own' } };

/** The plugin as an installation would list it. */
export const metricPlugin: PluginImport = {
  manifest: { id: 'made', name: 'Made', description: 'Made for a test', version: '1.0.0', core: '*', permissions: [read as never] },
  load: async () => ({ default: definePlugin({ module: MadeModule, metrics: madeMetrics }) }),
  words: {
    en: { metrics: { calls: 'Calls made', callsAbout: 'Every call counts.', deals: 'Deals' }, dimensions: { kind: 'Kind', seller: 'Seller' }, dimensionValues: { kind: { cold: 'Cold call' } } },
    ar: { metrics: { calls: 'المكالمات' } },
  },
};
