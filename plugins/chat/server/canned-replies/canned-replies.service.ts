import { Injectable } from '@nestjs/common';
import { Access, Audit, Database, problem, updateVersioned, type Prisma } from '@loctelli/core/server';
import { chatErrors } from '../../contract.ts';
import type { CannedReply, CannedReplyCreate, CannedReplyRender, CannedReplyUpdate } from '../../contract.ts';
import { ConversationReach } from '../conversations/conversation-reach.ts';
import { ConversationViews } from '../conversations/conversation-view.ts';
import { demandSound, fillIn } from './fill-in.ts';

const withOwner = { owner: { select: { name: true } } } satisfies Prisma.CannedReplyInclude;
type Row = Prisma.CannedReplyGetPayload<{ include: typeof withOwner }>;
const everybodys = 0;

/** Texts kept ready: the caller's own, and the tenant's, which need chat.configure to be changed. */
@Injectable()
export class CannedReplies {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly reach: ConversationReach,
    private readonly views: ConversationViews,
  ) {}

  /** By their shortcut. */
  async list(): Promise<{ items: CannedReply[] }> {
    const rows = await this.db.cannedReply.findMany({ where: this.#readable, orderBy: [{ shortcut: 'asc' }, { id: 'asc' }], take: 500, include: withOwner });
    return { items: rows.map((row) => this.#shown(row)) };
  }

  /** Throws chat.canned-reply-exists, chat.wrong-template, core.forbidden. */
  async create({ visibility, ...input }: CannedReplyCreate): Promise<CannedReply> {
    demandSound(input.body);
    const space = this.#space(visibility);
    await this.#demandFree(input.shortcut, space);
    const row = await this.db.cannedReply.create({ data: { ...input, space, ownerId: this.access.user.id }, include: withOwner });
    await this.#record('canned-reply.created', row.id, { shortcut: [null, row.shortcut] });
    return this.#shown(row);
  }

  /** Throws chat.canned-reply-not-found, chat.canned-reply-exists, chat.wrong-template, core.version-conflict. */
  async update(id: number, { version, visibility, ...input }: CannedReplyUpdate): Promise<CannedReply> {
    const before = await this.#findOwn(id);
    if (input.body !== undefined) demandSound(input.body);
    const space = visibility === undefined ? before.space : this.#space(visibility);
    const shortcut = input.shortcut ?? before.shortcut;
    if (space !== before.space || shortcut !== before.shortcut) await this.#demandFree(shortcut, space, id);
    await updateVersioned(this.db.cannedReply, { id, version }, { ...input, space });
    await this.#record('canned-reply.updated', id, { shortcut: [before.shortcut, shortcut] });
    return this.#shown(await this.db.cannedReply.findFirstOrThrow({ where: { id }, include: withOwner }));
  }

  async remove(id: number): Promise<void> {
    const { shortcut } = await this.#findOwn(id);
    await this.db.cannedReply.deleteMany({ where: { id } });
    await this.#record('canned-reply.deleted', id, { shortcut: [shortcut, null] });
  }

  /** The text for one conversation. Throws chat.canned-reply-not-found, chat.not-found, chat.wrong-template. */
  async render(id: number, { conversationId }: CannedReplyRender): Promise<{ body: string }> {
    const reply = await this.db.cannedReply.findFirst({ where: { AND: [{ id }, this.#readable] } });
    if (!reply) throw problem(chatErrors.cannedReplyNotFound);
    const conversation = conversationId === undefined ? null : await this.reach.demand(conversationId);
    const client = conversation?.clientId ? (await this.views.clients([conversation.clientId])).get(conversation.clientId) : undefined;
    const visitor = conversation?.visitorId && !client ? await this.db.chatVisitor.findFirst({ where: { id: conversation.visitorId }, select: { name: true } }) : null;
    const name = client?.name ?? visitor?.name ?? '';
    const me = this.access.user.name;
    const body = fillIn(reply.body, {
      'client.name': name,
      'client.firstName': first(name),
      'client.email': client?.email ?? '',
      'client.phone': client?.phone ?? '',
      'client.company': client?.company ?? '',
      'user.name': me,
      'user.firstName': first(me),
      'tenant.name': this.access.tenant.name,
      'conversation.subject': conversation?.subject ?? '',
    });
    return { body };
  }

  get #readable(): Prisma.CannedReplyWhereInput {
    return { space: { in: [everybodys, this.access.user.id] } };
  }

  #mayChange = ({ space }: { space: number }) => space === this.access.user.id || (space === everybodys && this.access.can('chat.configure') !== null);

  #space(visibility: CannedReply['visibility']): number {
    if (visibility === 'private') return this.access.user.id;
    this.access.demand('chat.configure');
    return everybodys;
  }

  async #findOwn(id: number): Promise<Row> {
    const row = await this.db.cannedReply.findFirst({ where: { AND: [{ id }, this.#readable] }, include: withOwner });
    if (!row || !this.#mayChange(row)) throw problem(chatErrors.cannedReplyNotFound);
    return row;
  }

  async #demandFree(shortcut: string, space: number, except = 0): Promise<void> {
    if (!(await this.db.cannedReply.findFirst({ where: { shortcut, space, id: { not: except } }, select: { id: true } }))) return;
    throw problem(chatErrors.cannedReplyExists, undefined, [{ path: 'shortcut', code: 'taken', message: chatErrors.cannedReplyExists.detail }]);
  }

  #shown(row: Row): CannedReply {
    const { id, shortcut, title, body, ownerId, version } = row;
    return { id, shortcut, title, body, ownerId, version, ownerName: row.owner?.name ?? null, visibility: row.space === everybodys ? 'tenant' : 'private', mine: this.#mayChange(row) };
  }

  #record = (action: string, subjectId: number, changes: Record<string, unknown>) => this.audit.record({ action, subject: 'CannedReply', subjectId, changes });
}

const first = (name: string) => name.split(/\s+/)[0] ?? '';
