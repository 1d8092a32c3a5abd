import { Injectable } from '@nestjs/common';
import type { Page, PageQuery } from '@loctelli/core';
import { Access, Audit, Database, Notifications, problem, seek, Timeline, updateVersioned, WhoMay, type Prisma } from '@loctelli/core/server';
import { clientErrors } from '../contract.ts';
import type { ClientNote } from '../contract.ts';
import { ClientNews } from './client-news.ts';
import { ClientReach } from './client-reach.ts';
import { mentionsIn } from './mentions.ts';

const withAuthor = { author: { select: { name: true } } } satisfies Prisma.ClientNoteInclude;
type Row = Prisma.ClientNoteGetPayload<{ include: typeof withAuthor }>;

/** Notes about a client. Who may see the client reads them; who may change it writes them; authors correct and delete their own. */
@Injectable()
export class NotesService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly reach: ClientReach,
    private readonly news: ClientNews,
    private readonly timeline: Timeline,
    private readonly notifications: Notifications,
    private readonly whoMay: WhoMay,
  ) {}

  /** Newest first. Throws clients.not-found. */
  async list(clientId: number, { cursor, limit }: PageQuery): Promise<Page<ClientNote>> {
    await this.reach.demand(clientId, 'clients.read');
    const order = seek({ sort: [{ field: 'createdAt', direction: 'desc', type: 'date' }], cursor, limit });
    const rows = await this.db.clientNote.findMany({
      where: { AND: [{ clientId }, order.where] },
      orderBy: order.orderBy,
      take: order.take,
      include: withAuthor,
    });
    const page = order.page(rows);
    return { ...page, items: page.items.map(noteOf) };
  }

  async add(clientId: number, body: string): Promise<ClientNote> {
    const client = await this.reach.demand(clientId, 'clients.update');
    const mentions = await this.#mentions(clientId, body);
    const row = await this.db.clientNote.create({ data: { clientId, body, mentions, authorId: this.access.user.id }, include: withAuthor });
    await this.news.tell(clientId, 'note', { version: row.version }, { body, source: sourceOf(row.id) });
    await this.#notify(mentions, client);
    await this.#record('client.noted', row);
    return noteOf(row);
  }

  /** By its author only: clients.note-not-found for anybody else. Tells those whom the old text did not name. */
  async update(clientId: number, noteId: number, { version, body }: { version: number; body: string }): Promise<ClientNote> {
    const client = await this.reach.demand(clientId, 'clients.update');
    const where = { clientId, authorId: this.access.user.id };
    const before = await this.db.clientNote.findFirst({ where: { id: noteId, ...where }, include: withAuthor });
    if (!before) throw problem(clientErrors.noteNotFound);
    if (before.body === body && before.version === version) return noteOf(before);
    const mentions = await this.#mentions(clientId, body);
    const row = await updateVersioned(this.db.clientNote, { id: noteId, version, where }, { body, mentions });
    await this.timeline.revise(sourceOf(noteId), { body, params: { version: row.version } });
    await this.news.changed(clientId);
    await this.#notify(mentions.filter((id) => !before.mentions.includes(id)), client);
    await this.#record('client.note-changed', row);
    return noteOf({ ...row, author: before.author });
  }

  /** Throws clients.note-not-found unless it is the caller's own or they may change every client. */
  async remove(clientId: number, noteId: number): Promise<void> {
    await this.reach.demand(clientId, 'clients.update');
    const mine = this.access.can('clients.update') === 'all' ? {} : { authorId: this.access.user.id };
    const { count } = await this.db.clientNote.deleteMany({ where: { id: noteId, clientId, ...mine } });
    if (!count) throw problem(clientErrors.noteNotFound);
    await this.timeline.retract(sourceOf(noteId));
    await this.news.changed(clientId);
    await this.#record('client.note-deleted', { id: noteId, clientId });
  }

  /** Those whom the text names and who may see the client; a name of anybody else is only text. */
  #mentions(clientId: number, body: string): Promise<number[]> {
    return this.whoMay.among(mentionsIn(body).slice(0, 50), 'clients.read', clientId);
  }

  async #notify(mentioned: number[], { id, name }: { id: number; name: string }): Promise<void> {
    const me = this.access.user;
    const userIds = mentioned.filter((userId) => userId !== me.id);
    await this.notifications.send({ userIds, kind: 'clients.mentioned', params: { by: me.name, client: name }, href: `/clients/${id}` });
  }

  async #record(action: string, { id, clientId }: { id: number; clientId: number }): Promise<void> {
    await this.audit.record({ action, subject: 'Client', subjectId: clientId, changes: { noteId: id } });
  }
}

const sourceOf = (noteId: number) => `ClientNote:${noteId}`;

const noteOf = ({ id, clientId, body, mentions, authorId, author, version, createdAt, updatedAt }: Row): ClientNote => ({
  ...{ id, clientId, body, mentions, authorId, version },
  authorName: author?.name ?? null,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
