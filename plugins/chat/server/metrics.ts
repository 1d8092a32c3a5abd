import { defineMetric } from '@loctelli/core';

const permission = 'chat.read';
const columns = `c.id, c.channel, c."assigneeId" as assignee, c."teamId" as team, c.priority, c."clientId"`;
const dimensions = { channel: 'channel', assignee: 'assignee', team: 'team', priority: 'priority', client: 'clientId' };
const shared = { dimensions, refers: { team: 'team' }, permission, owner: 'assignee', record: '/chat/{id}' } as const;
const at = (column: string) => `(c."${column}" at time zone 'utc') as at`;

/** What the inbox can be measured by. */
export const chatMetrics = [
  defineMetric({
    ...shared,
    name: 'chat.conversations',
    unit: 'count',
    aggregate: 'count',
    sql: `select ${columns}, ${at('createdAt')}, 1::numeric as value from "Conversation" c`,
    drill: '/chat?status=any&createdAfter={from}&createdBefore={to}',
    funnel: { id: 'sales', order: 20 },
  }),
  defineMetric({
    ...shared,
    name: 'chat.first-reply',
    unit: 'seconds',
    aggregate: 'median',
    sql: `select ${columns}, ${at('firstIncomingAt')}, extract(epoch from c."firstReplyAt" - c."firstIncomingAt")::numeric as value
      from "Conversation" c where c."firstReplyAt" is not null and c."firstIncomingAt" is not null`,
    drill: '/chat?status=any&createdAfter={from}&createdBefore={to}',
  }),
  defineMetric({
    ...shared,
    name: 'chat.resolution',
    unit: 'seconds',
    aggregate: 'median',
    sql: `select ${columns}, ${at('closedAt')}, extract(epoch from c."closedAt" - coalesce(c."reopenedAt", c."createdAt"))::numeric as value
      from "Conversation" c where c."closedAt" is not null`,
    drill: '/chat?status=closed&closedAfter={from}&closedBefore={to}',
  }),
];
