import { z } from 'zod';
import { defineJob, id, instant, line, pageOf, pageQuery, version } from '@loctelli/core';

export const clientTask = z
  .object({
    id: z.number().int(),
    clientId: z.number().int(),
    clientName: z.string(),
    title: z.string(),
    body: z.string().nullable(),
    dueAt: instant.nullable(),
    assigneeId: z.number().int().nullable(),
    assigneeName: z.string().nullable(),
    completedAt: instant.nullable(),
    completedByName: z.string().nullable(),
    version: z.number().int(),
    createdAt: instant,
  })
  .meta({ id: 'ClientTask' });
export type ClientTask = z.infer<typeof clientTask>;
/** Open tasks come by due time, those without one last; done ones by when they were done, latest first. `total` is counted up to 1,000. */
export const clientTaskPage = pageOf(clientTask, 'ClientTaskPage');
export const clientTaskQuery = pageQuery.extend({
  clientId: id.optional(),
  assigneeId: id.optional(),
  /** Of the open ones: due before today, today, or later and some day. Days are those of the caller's zone. */
  state: z.enum(['open', 'overdue', 'today', 'upcoming', 'done']).default('open'),
});
export type ClientTaskQuery = z.infer<typeof clientTaskQuery>;
const facts = { body: z.string().trim().max(5000).nullable().optional(), dueAt: z.iso.datetime({ offset: true }).nullable().optional(), assigneeId: id.nullable().optional() };
/** Assigned to whoever creates it unless told. */
export const clientTaskCreate = z.strictObject({ title: line(200), ...facts }).meta({ id: 'ClientTaskCreate' });
export type ClientTaskCreate = z.infer<typeof clientTaskCreate>;
export const clientTaskUpdate = z.strictObject({ version, title: line(200).optional(), done: z.boolean().optional(), ...facts }).meta({ id: 'ClientTaskUpdate' });
export type ClientTaskUpdate = z.infer<typeof clientTaskUpdate>;

/** Reminds whoever a task is assigned to, once, if it still is open and due at that time. */
export const remindOfTask = defineJob('clients.task-due', z.object({ taskId: z.number().int(), dueAt: z.iso.datetime() }), { attempts: 5 });
