import { Access, Database, Settings, type PluginServices } from '@loctelli/core/server';
import { searchText } from '../messages/message-search.ts';
import { dental } from './dental.ts';
import { roofing } from './roofing.ts';
import type { Talk } from './scene.ts';

interface Person {
  id: number;
  name: string;
  email: string | null;
}

/** Fills a new demo tenant's inbox: conversations of the last days with clients that are there, labels and texts kept ready. */
export async function seed(services: PluginServices): Promise<void> {
  const db = services.get(Database);
  const { slug } = services.get(Access).tenant;
  const scene = slug.includes('dental') ? dental : roofing;
  const users = await db.user.findMany({ where: { isActive: true }, orderBy: { id: 'asc' }, take: 3, select: { id: true, name: true } });
  const clients = await db.client.findMany({ where: { email: { not: null } }, orderBy: { id: 'asc' }, select: { id: true, name: true, email: true } });
  if (users.length === 0) return;
  const labels = await db.chatLabel.createManyAndReturn({ data: scene.labels.map((label, position) => ({ ...label, position })), select: { id: true, name: true } });
  await db.cannedReply.createMany({ data: scene.replies.map((reply) => ({ ...reply, ownerId: users[0]!.id })) });
  await services.get(Settings).change('chat', { greeting: scene.greeting, askEmail: 'optional' });
  const step = Math.max(1, Math.floor(clients.length / scene.talks.length));
  const now = Date.now();
  for (const [index, talk] of scene.talks.entries()) {
    const client = clients[(index * step) % Math.max(1, clients.length)];
    if (client) await write(db, talk, { client, users, labels, now, isNamed: index % 4 !== 3 });
  }
  await db.savedView.createMany({
    data: [
      { list: 'chat', name: 'Waiting for an answer', visibility: 'tenant', query: { waiting: '1', order: 'oldest' }, ownerId: users[0]!.id, position: 0 },
      { list: 'chat', name: scene.labels[0]!.name, visibility: 'tenant', query: { label: String(labels[0]!.id) }, ownerId: users[0]!.id, position: 1 },
    ],
  });
}

interface Cast {
  client: Person;
  users: { id: number; name: string }[];
  labels: { id: number; name: string }[];
  now: number;
  /** Whether the visitor said who they are. */
  isNamed: boolean;
}

async function write(db: Database, talk: Talk, { client, users, labels, now, isNamed }: Cast): Promise<void> {
  const { channel, status = 'open', priority = 'normal', subject = null } = talk;
  const assignee = talk.assignee === undefined ? null : (users[talk.assignee] ?? users[0]!);
  const known = channel === 'email' || isNamed;
  const fill = (text: string) => text.replaceAll('{first}', client.name.split(' ')[0]!);
  let at = now - talk.ago * 3_600_000;
  // Nobody writes in the future: talks of the last hours are as long as the time since they began.
  const squeeze = Math.min(1, (talk.ago * 60 * 0.9) / Math.max(1, talk.lines.reduce((sum, [, minutes]) => sum + minutes, 0)));
  const lines = talk.lines.map(([who, minutes, text]) => ({ who, text: fill(text), at: new Date((at += minutes * 60_000 * squeeze)) }));
  const [first, last] = [lines[0]!, lines.findLast(({ who }) => who !== 'note')!];
  const incoming = lines.flatMap(({ who }, index) => (who === 'client' ? [index + 1] : []));
  const firstIn = lines.find(({ who }) => who === 'client');
  const firstReply = firstIn && lines.find((line) => line.who === 'staff' && line.at > firstIn.at);
  const waiting = lines.slice(lines.findLastIndex(({ who }) => who === 'staff') + 1).find(({ who }) => who === 'client');
  const writer = assignee ?? users[0]!;
  const visitor =
    channel === 'web'
      ? await db.chatVisitor.create({ data: { clientId: known ? client.id : null, name: known ? client.name : null, email: known ? client.email : null, locale: 'en', page: `https://www.${channel}.example${talk.page ?? '/'}`, lastSeenAt: last.at } })
      : null;
  const conversation = await db.conversation.create({
    data: {
      ...{ channel, status, priority, subject, visitorId: visitor?.id ?? null, assigneeId: assignee?.id ?? null },
      clientId: known ? client.id : null,
      address: channel === 'email' ? client.email : null,
      snoozedUntil: status === 'snoozed' ? new Date(now + 4 * 86_400_000) : null,
      ...{ lastSequence: lines.length, lastIncomingSequence: incoming.at(-1) ?? 0, clientReadSequence: incoming.at(-1) ?? 0 },
      ...{ createdAt: first.at, lastMessageAt: last.at, preview: last.text.replace(/\s+/g, ' ').slice(0, 160), previewKind: last.who === 'client' ? 'incoming' : 'outgoing' },
      ...{ firstIncomingAt: firstIn?.at ?? null, firstReplyAt: firstReply?.at ?? null, firstReplyById: firstReply ? writer.id : null },
      waitingSince: status === 'closed' ? null : (waiting?.at ?? null),
      ...(status === 'closed' && { closedAt: new Date(last.at.getTime() + 600_000), closedById: writer.id }),
    },
  });
  const conversationId = conversation.id;
  const kinds = { client: 'incoming', staff: 'outgoing', note: 'note' } as const;
  await db.message.createMany({
    data: lines.map(({ who, text, at: createdAt }, index) => ({
      ...{ conversationId, sequence: index + 1, key: crypto.randomUUID(), kind: kinds[who], body: text, createdAt },
      authorId: who === 'client' ? null : writer.id,
      authorName: who === 'client' && known ? client.name : null,
      delivery: who === 'staff' ? 'sent' : null,
      search: searchText(index === 0 ? subject : null, who === 'client' && known ? client.name : null, text),
    })),
  });
  await db.conversationLabel.createMany({ data: labels.filter(({ name }) => talk.labels?.includes(name)).map(({ id: labelId }) => ({ conversationId, labelId })) });
  // Whoever it belongs to has read it but for what came last; the others' are read, so that what stands out is new.
  const isNew = last.who === 'client' && talk.ago < 12;
  await db.conversationRead.createMany({ data: users.map(({ id: userId }) => ({ conversationId, userId, sequence: isNew ? lines.length - 1 : lines.length, unread: isNew })) });
  if (known) {
    await db.timelineEntry.create({
      data: { subject: 'Client', subjectId: client.id, kind: `chat.conversation-${channel}`, params: { subject: subject ?? '—', channel }, href: `/chat/${conversationId}`, permission: 'chat.read', source: `Conversation:${conversationId}`, at: first.at },
    });
  }
}
