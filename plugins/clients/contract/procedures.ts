import { z } from 'zod';
import { defineProcedure, email, id, instant, line, zone } from '@loctelli/core';
import { clientCondition, clientFilter, clientStatus, clientUpdate, tag } from './clients.ts';
import { customFields } from './fields.ts';

const clientIds = z.array(id).max(500);

/**
 * Finds the client of somebody who wrote or booked from the outside, or makes one: by e-mail address, else by phone number. Asks for no signed-in
 * user. What is known of a client that was found stays as it is, but gaps are filled. A phone number that is none is left out.
 */
export const findOrCreateClient = defineProcedure(
  'clients.find-or-create',
  z.object({
    name: line(200),
    email: email.nullish(),
    phone: line(40).nullish(),
    zone: zone.nullish(),
    /** Where the client came from, such as `Booking page`; kept for new clients. */
    source: line(100),
    /** Whom a new client belongs to; nobody unless told. */
    ownerId: id.nullish(),
    /** What a client is found by, in this order; both unless told, none makes a new one. */
    matchBy: z.array(z.enum(['email', 'phone'])).optional(),
    /** Whether gaps of one that was found are left. */
    leave: z.boolean().optional(),
  }),
  z.object({ clientId: z.number().int(), name: z.string(), created: z.boolean() }),
);

/** What is known of clients, for plugins that speak to them. Those in the trash are left out. Judges no permission and hides no field. */
export const describeClients = defineProcedure(
  'clients.describe',
  z.object({ clientIds }),
  z.object({
    items: z.array(
      z.object({
        id: z.number().int(),
        name: z.string(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        company: z.string().nullable(),
        position: z.string().nullable(),
        zone: z.string().nullable(),
        status: clientStatus,
        source: z.string().nullable(),
        value: z.number().nullable(),
        currency: z.string().nullable(),
        ownerId: z.number().int().nullable(),
        stageId: z.number().int().nullable(),
        stageKind: z.enum(['open', 'won', 'lost']).nullable(),
        pipelineId: z.number().int().nullable(),
        /** Since when it stands in its stage. */
        stageSince: instant.nullable(),
        tags: z.array(z.string()),
        customFields,
        createdAt: instant,
      }),
    ),
  }),
);

/** Which of these clients the signed-in caller may read; or may change, where that is asked. */
export const reachableClients = defineProcedure(
  'clients.reachable',
  z.object({ clientIds, to: z.enum(['read', 'update']).optional() }),
  z.object({ clientIds: z.array(z.number().int()) }),
);

/**
 * Writes fields of a client, also without a signed-in user, with all that follows: stage and status, event, audit entry, timeline. Absent means as
 * it is; tags are added to those there are. Judges no permission. Throws clients.not-found for none or one in the trash, and what a form would be
 * told: clients.wrong-phone, clients.wrong-custom-field, clients.stage-not-found.
 */
export const applyToClient = defineProcedure(
  'clients.apply',
  clientUpdate.omit({ version: true, tags: true }).extend({
    clientId: id,
    addTags: z.array(tag).max(50).optional(),
    /** Own fields as somebody wrote them, such as `1,200.50` or `yes`; read as an import reads them. */
    customTexts: z.record(z.string().max(40), z.string().max(2_000)).optional(),
  }),
  z.object({ clientId: z.number().int(), name: z.string(), changed: z.array(z.string()) }),
);

/**
 * Gives a client a task, also without a signed-in user: audited, told and reminded of as one that a person makes. An assignee who is no longer active,
 * or may not see the client, is left out. Judges no permission. Throws clients.not-found for no client, or one in the trash.
 */
export const createClientTask = defineProcedure(
  'clients.create-task',
  z.object({
    clientId: id,
    title: line(200),
    body: z.string().trim().max(5000).nullish(),
    dueAt: z.iso.datetime({ offset: true }).nullish(),
    assigneeId: id.nullish(),
  }),
  z.object({ taskId: z.number().int() }),
);

/** Which of these tasks are still to be done; those that are done or deleted are left out. Judges no permission. */
export const openClientTasks = defineProcedure('clients.open-tasks', z.object({ taskIds: clientIds }), z.object({ taskIds: z.array(z.number().int()) }));

/**
 * Clients that a filter finds and the signed-in caller may read, by growing ids, `limit` of them after `afterId`; `count` is how many there are in
 * all, when asked for. Throws core.forbidden, clients.wrong-condition.
 */
export const matchingClients = defineProcedure(
  'clients.matching',
  z.object({
    /** As a route that takes a filter has read it. */
    filter: clientFilter.extend({ where: z.array(clientCondition).max(20).optional(), deleted: z.boolean().optional() }),
    afterId: z.number().int().min(0).default(0),
    limit: z.number().int().min(1).max(1000).default(500),
    count: z.boolean().default(false),
  }),
  z.object({ clientIds: z.array(z.number().int()), count: z.number().int().nullable() }),
);

/**
 * What a plugin keeps about one client, for the file that is handed to them. Every plugin that keeps something answers (`ofMany`), as far as the caller's
 * permissions reach, and says what it left out.
 */
export const clientRecords = defineProcedure(
  'clients.records',
  z.object({ clientId: id }),
  z.object({
    /** Rows by what they are, such as `conversations`; names are unique over all plugins. */
    sections: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
    /** Names of sections of which the caller was not given all. */
    leftOut: z.array(z.string()),
  }),
  { ofMany: true },
);
export type ClientRecords = z.infer<(typeof clientRecords)['output']>;
