import { defineMetric } from '@loctelli/core';

const columns = `c.id, c.id as "clientId", c.name, c.source, c."ownerId", s.name as stage, p.name as pipeline, c.currency`;
const joined = `from "Client" c left join "Stage" s on s."tenantId" = c."tenantId" and s.id = c."stageId"
  left join "Pipeline" p on p."tenantId" = s."tenantId" and p.id = s."pipelineId"`;
const shared = {
  dimensions: { source: 'source', owner: 'ownerId', stage: 'stage', pipeline: 'pipeline', client: 'clientId' },
  fields: { source: 'Client.source', owner: 'Client.ownerId', stage: 'Client.stageId', pipeline: 'Client.stageId' },
  permission: 'clients.read',
  owner: 'ownerId',
  label: 'name',
  record: '/clients/{id}',
  rows: 'Client',
} as const;
const list = (field: string, more = '') => `/clients?where=[{"field":"${field}","operator":"between","value":["{fromDay}","{toDay}"]}${more}]`;
const status = (name: string) => `,{"field":"status","operator":"anyOf","value":["${name}"]}`;
/** Clients whose deal ended so, when it did. */
const ended = (kind: string, value: string) => `select ${columns}, c."stageSince" as at, ${value} as value ${joined} where c."deletedAt" is null and s.kind ${kind}`;

/** What clients can be measured by. */
export const clientMetrics = [
  defineMetric({
    ...shared,
    name: 'clients.leads',
    unit: 'count',
    aggregate: 'count',
    sql: `select ${columns}, c."createdAt" as at, 1::numeric as value ${joined} where c."deletedAt" is null`,
    drill: list('createdAt'),
    funnel: { id: 'sales', order: 10 },
  }),
  defineMetric({ ...shared, name: 'clients.won', unit: 'count', aggregate: 'count', sql: ended(`= 'won'`, '1::numeric'), drill: list('stageSince', status('won')), funnel: { id: 'sales', order: 40 } }),
  defineMetric({
    ...shared,
    name: 'clients.value-won',
    unit: 'money',
    aggregate: 'sum',
    dimensions: { ...shared.dimensions, currency: 'currency' },
    fields: { ...shared.fields, value: 'Client.value' },
    sql: `${ended(`= 'won'`, 'c.value')} and c.value is not null and c.currency is not null`,
    drill: list('stageSince', status('won')),
  }),
  defineMetric({ ...shared, name: 'clients.lost', unit: 'count', aggregate: 'count', sql: ended(`= 'lost'`, '1::numeric'), drill: list('stageSince', status('lost')) }),
  defineMetric({ ...shared, name: 'clients.win-rate', unit: 'percent', aggregate: 'share', sql: ended(`in ('won', 'lost')`, `(s.kind = 'won')::int::numeric`), drill: list('stageSince') }),
  defineMetric({
    ...shared,
    name: 'clients.time-to-win',
    unit: 'seconds',
    aggregate: 'median',
    sql: ended(`= 'won'`, `greatest(0, extract(epoch from c."stageSince" - c."createdAt"))::numeric`),
    drill: list('stageSince', status('won')),
  }),
];
