import { z } from 'zod';
import { id, instant } from './fields.ts';
import { pageOf, pageQuery } from './page.ts';

/** Fills the placeholders of a translation. */
export const messageParams = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type MessageParams = z.infer<typeof messageParams>;

/** A line under the caller's bell. The words of kind `clients.mentioned` are `clients.notifications.mentioned`. */
export const notification = z
  .object({ id: z.number().int(), kind: z.string(), params: messageParams, href: z.string().nullable(), readAt: instant.nullable(), createdAt: instant })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof notification>;
export const notificationQuery = pageQuery.extend({ unread: z.stringbool().optional() });
export const notificationPage = pageOf(notification, 'NotificationList').extend({ unread: z.number().int() }).meta({ id: 'NotificationPage' });
export type NotificationPage = z.infer<typeof notificationPage>;
/** Without ids: all of them. */
export const notificationsRead = z.strictObject({ ids: z.array(id).min(1).max(200).optional() }).meta({ id: 'NotificationsRead' });

/** Live message to the one it is for; its data is the Notification. */
export const notificationTopic = 'core.notification';
