import { Injectable } from '@nestjs/common';
import { Access, Database, problem } from '@loctelli/core/server';
import { clientErrors } from '../contract.ts';
import type { ClientTimeline as Timeline } from '../contract.ts';

const shown = 100;
const kinds: Record<string, 'created' | 'updated' | 'deleted' | 'restored'> = {
  'client.created': 'created',
  'client.updated': 'updated',
  'client.deleted': 'deleted',
  'client.restored': 'restored',
};

/** What happened to a client: its notes and its audit entries in one row of time. */
@Injectable()
export class ClientTimeline {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  /** The newest hundred. Throws clients.not-found. */
  async of(clientId: number): Promise<Timeline> {
    const client = await this.db.client.findFirst({
      where: { AND: [{ id: clientId }, this.access.where('clients.read')] },
      select: { createdAt: true, createdById: true },
    });
    if (!client) throw problem(clientErrors.notFound);
    const newest = { orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }], take: shown };
    const [notes, entries] = await Promise.all([
      this.db.clientNote.findMany({ where: { clientId }, ...newest }),
      this.db.auditEntry.findMany({
        where: { subject: 'Client', subjectId: String(clientId), action: { in: Object.keys(kinds) } },
        ...newest,
      }),
    ]);
    const names = await this.#names([
      ...notes.map(({ authorId }) => authorId),
      ...entries.map(({ actorId }) => actorId),
      client.createdById,
    ]);
    const items: Timeline['items'] = [
      ...notes.map(({ id, body, authorId, createdAt }) => ({
        id: `note-${id}`,
        kind: 'note' as const,
        at: createdAt.toISOString(),
        actorName: names.get(authorId) ?? null,
        fields: [],
        body,
      })),
      ...entries.map(({ id, action, actorId, changes, createdAt }) => ({
        id: `audit-${id}`,
        kind: kinds[action]!,
        at: createdAt.toISOString(),
        actorName: names.get(actorId) ?? null,
        fields: kinds[action] === 'updated' ? Object.keys((changes as object | null) ?? {}) : [],
        body: null,
      })),
    ];
    // Imported clients have no audit entry of their own: one stands for the whole file.
    if (items.length < shown && !items.some(({ kind }) => kind === 'created')) {
      items.push({
        id: `client-${clientId}`,
        kind: 'created',
        at: client.createdAt.toISOString(),
        actorName: names.get(client.createdById) ?? null,
        fields: [],
        body: null,
      });
    }
    return { items: items.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, shown) };
  }

  async #names(ids: (number | null)[]): Promise<Map<number | null, string>> {
    const known = [...new Set(ids)].filter((id) => id !== null);
    const users = known.length ? await this.db.user.findMany({ where: { id: { in: known } }, select: { id: true, name: true } }) : [];
    return new Map(users.map(({ id, name }) => [id, name]));
  }
}
