import { Injectable } from '@nestjs/common';
import { notificationTopic, type MessageParams, type Notification, type notificationQuery } from '@loctelli/core';
import type { z } from 'zod';
import type { Prisma } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Database } from '../database/database.ts';
import { seek } from '../database/seek.ts';
import { Live } from '../live/live.ts';

/** One piece of news for some people. */
export interface NewNotification {
  userIds: readonly number[];
  /** `<plugin>.<what>`; its words stand under `<plugin>.notifications.<what>`. */
  kind: string;
  params?: MessageParams;
  /** What it leads to. */
  href?: string | null;
}

const countedUpTo = 100;

/** What stands under people's bells. */
@Injectable()
export class Notifications {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly live: Live,
  ) {}

  /** Tells each of the users once; their open browsers hear of it at once. Inside a unit of work it is told if and only if that commits. */
  async send({ userIds, kind, params = {}, href = null }: NewNotification): Promise<void> {
    const to = [...new Set(userIds)];
    if (to.length === 0) return;
    const rows = await this.db.notification.createManyAndReturn({ data: to.map((userId) => ({ userId, kind, params, href })) });
    for (const row of rows) await this.live.publish(notificationTopic, notificationOf(row), { userId: row.userId });
  }

  /** The caller's, newest first, with how many they have not read (counted up to 100). */
  async list({ cursor, limit, unread }: z.infer<typeof notificationQuery>) {
    const mine = { userId: this.access.user.id };
    const order = seek({ sort: [{ field: 'createdAt', direction: 'desc', type: 'date' }], cursor, limit });
    const where = { AND: [mine, unread ? { readAt: null } : {}, order.where] };
    const [rows, waiting] = await Promise.all([
      this.db.notification.findMany({ where, orderBy: order.orderBy, take: order.take }),
      this.db.notification.count({ where: { ...mine, readAt: null }, take: countedUpTo }),
    ]);
    const page = order.page(rows);
    return { ...page, items: page.items.map(notificationOf), unread: waiting };
  }

  /** Marks the caller's as read: those named, or all. */
  async read(ids?: readonly number[]): Promise<void> {
    const where = { userId: this.access.user.id, readAt: null, ...(ids && { id: { in: [...ids] } }) };
    await this.db.notification.updateMany({ where, data: { readAt: new Date() } });
  }
}

const notificationOf = ({ id, kind, params, href, readAt, createdAt }: Prisma.NotificationGetPayload<object>): Notification => ({
  ...{ id, kind, href },
  params: params as MessageParams,
  readAt: readAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});
