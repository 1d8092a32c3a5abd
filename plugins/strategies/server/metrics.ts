import { defineMetric } from '@loctelli/core';

const joined = `join "Strategy" s on s."tenantId" = e."tenantId" and s.id = e."strategyId"
  join "StrategyVersion" v on v."tenantId" = e."tenantId" and v.id = e."versionId"`;
const columns = `s.name as strategy, v.number::text as version, e."ownerId" as owner, e.source, e."clientId" as client,
  (select c.name from "Client" c where c."tenantId" = e."tenantId" and c.id = e."clientId") as name`;
const dimensions = { strategy: 'strategy', version: 'version', owner: 'owner', source: 'source', client: 'client' };
const shared = { dimensions, permission: 'strategies.enrolments', owner: 'owner', label: 'name', record: '/strategies/enrolments?enrolment={id}' } as const;

/** Of those who were written to, how many did something then. */
const rate = (name: string, column: string) =>
  defineMetric({
    ...shared,
    name,
    unit: 'percent',
    aggregate: 'share',
    sql: `select e.id, ${columns}, e."reachedAt" as at, (e."${column}" is not null)::int::numeric as value from "StrategyEnrolment" e ${joined} where e."reachedAt" is not null`,
  });

/** What a step, or a wording of it, is called in its version; by its id where it has no name. */
const named = (path: string, id: string) => `coalesce(nullif((select t.thing ->> 'name' from jsonb_path_query(v.definition, '${path}', jsonb_build_object('step', r."stepId", 'variant', r."variantId")) as t(thing) limit 1), ''), ${id})`;
const ofStep = '$.cadence.steps[*] ? (@.id == $step)';
const messages = `select r.id, ${columns}, r."doneAt" as at, r.kind, ${named(ofStep, 'r."stepId"')} as step,
  ${named(`${ofStep}.variants[*] ? (@.id == $variant)`, 'r."variantId"')} as variant`;
const written = `from "StrategyStepRun" r join "StrategyEnrolment" e on e."tenantId" = r."tenantId" and e.id = r."enrolmentId" ${joined}
  where r.kind in ('message', 'email') and r.status = 'done' and r."doneAt" is not null`;
const ofMessages = { ...shared, record: '/clients/{client}', dimensions: { ...dimensions, step: 'step', variant: 'variant', kind: 'kind' } };

/** What strategies can be measured by. */
export const strategyMetrics = [
  defineMetric({
    ...shared,
    name: 'strategies.enrolled',
    unit: 'count',
    aggregate: 'count',
    sql: `select e.id, ${columns}, e."createdAt" as at, 1::numeric as value from "StrategyEnrolment" e ${joined}`,
    drill: '/strategies/enrolments?createdAfter={from}&createdBefore={to}&ownerId={owner}',
  }),
  rate('strategies.reply-rate', 'repliedAt'),
  rate('strategies.booking-rate', 'bookedAt'),
  rate('strategies.won-rate', 'wonAt'),
  defineMetric({ ...ofMessages, name: 'strategies.messages', unit: 'count', aggregate: 'count', sql: `${messages}, 1::numeric as value ${written}` }),
  defineMetric({ ...ofMessages, name: 'strategies.answered', unit: 'percent', aggregate: 'share', sql: `${messages}, (r."repliedAt" is not null)::int::numeric as value ${written}` }),
];
