import { z } from 'zod';
import { defineEvent } from './event.ts';

const userRef = z.object({ userId: z.number().int(), email: z.string(), name: z.string() });

/** Events of the kernel itself. */
export const userCreated = defineEvent('user.created', userRef.extend({ role: z.string() }));
export const userUpdated = defineEvent('user.updated', userRef.extend({ role: z.string(), isActive: z.boolean() }));
export const userInvited = defineEvent('user.invited', z.object({ invitationId: z.number().int(), email: z.string(), role: z.string() }));
export const pluginToggled = defineEvent('plugin.toggled', z.object({ pluginId: z.string(), enabled: z.boolean() }));
