import { Injectable } from '@nestjs/common';
import type { Page, PageQuery } from '@loctelli/core';
import { Access, Audit, Database, problem, seek, type Prisma } from '@loctelli/core/server';
import { clientErrors } from '../contract.ts';
import type { ClientNote } from '../contract.ts';

const withAuthor = { author: { select: { name: true } } } satisfies Prisma.ClientNoteInclude;
type Row = Prisma.ClientNoteGetPayload<{ include: typeof withAuthor }>;

/** Notes about a client. Who may see the client reads them; who may change it writes them; authors delete their own. */
@Injectable()
export class NotesService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
  ) {}

  /** Newest first. Throws clients.not-found. */
  async list(clientId: number, { cursor, limit }: PageQuery): Promise<Page<ClientNote>> {
    await this.#demandClient(clientId, 'clients.read');
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
    await this.#demandClient(clientId, 'clients.update');
    const row = await this.db.clientNote.create({ data: { clientId, body, authorId: this.access.user.id }, include: withAuthor });
    await this.audit.record({ action: 'client.noted', subject: 'Client', subjectId: clientId, changes: { noteId: row.id } });
    return noteOf(row);
  }

  /** Throws clients.note-not-found unless it is the caller's own or they may change every client. */
  async remove(clientId: number, noteId: number): Promise<void> {
    await this.#demandClient(clientId, 'clients.update');
    const mine = this.access.can('clients.update') === 'all' ? {} : { authorId: this.access.user.id };
    const { count } = await this.db.clientNote.deleteMany({ where: { id: noteId, clientId, ...mine } });
    if (!count) throw problem(clientErrors.noteNotFound);
    await this.audit.record({ action: 'client.note-deleted', subject: 'Client', subjectId: clientId, changes: { noteId } });
  }

  async #demandClient(id: number, permission: string): Promise<void> {
    const client = await this.db.client.findFirst({ where: { AND: [{ id }, this.access.where(permission)] }, select: { id: true } });
    if (!client) throw problem(clientErrors.notFound);
  }
}

const noteOf = ({ id, clientId, body, authorId, author, version, createdAt, updatedAt }: Row): ClientNote => ({
  ...{ id, clientId, body, authorId, version },
  authorName: author?.name ?? null,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
});
