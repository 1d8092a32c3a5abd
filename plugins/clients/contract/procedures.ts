import { z } from 'zod';
import { defineProcedure, email, id, line, zone } from '@loctelli/core';
import { clientUpdate, tag } from './clients.ts';

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
        zone: z.string().nullable(),
        ownerId: z.number().int().nullable(),
      }),
    ),
  }),
);

/** Which of these clients the signed-in caller may read. */
export const reachableClients = defineProcedure('clients.reachable', z.object({ clientIds }), z.object({ clientIds: z.array(z.number().int()) }));

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
