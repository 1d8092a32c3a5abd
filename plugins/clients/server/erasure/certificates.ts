import { Injectable } from '@nestjs/common';
import type { Page, PageQuery } from '@loctelli/core';
import { Access, Database, problem, Seal, seek, userNames, type Prisma } from '@loctelli/core/server';
import { clientErrors } from '../../contract.ts';
import type { ClientErasure } from '../../contract.ts';

type Row = Prisma.ClientErasureGetPayload<object>;

/** Proof that somebody was erased, which tells nothing of who they were. */
@Injectable()
export class Certificates {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly seals: Seal,
  ) {}

  async issue(clientId: number, counts: Record<string, number>, reason: string | null): Promise<ClientErasure> {
    const facts = { certificate: crypto.randomUUID(), clientId, counts, reason, createdAt: new Date() };
    const row = await this.db.clientErasure.create({ data: { ...facts, seal: this.#seal(facts), erasedById: this.access.user.id } });
    return (await this.#shown([row]))[0]!;
  }

  /** Newest first. */
  async list({ cursor, limit }: PageQuery): Promise<Page<ClientErasure>> {
    this.access.where('clients.erase');
    const order = seek({ sort: [{ field: 'createdAt', direction: 'desc', type: 'date' }], cursor, limit });
    const page = order.page(await this.db.clientErasure.findMany({ where: order.where, orderBy: order.orderBy, take: order.take }));
    return { ...page, items: await this.#shown(page.items) };
  }

  /** Throws clients.erasure-not-found. */
  async get(id: number): Promise<ClientErasure> {
    const row = await this.db.clientErasure.findFirst({ where: { id } });
    if (!row) throw problem(clientErrors.erasureNotFound);
    return (await this.#shown([row]))[0]!;
  }

  /** Whether a certificate with this seal is one of this tenant's, and its row is unchanged. */
  async check(certificate: string, seal: string): Promise<boolean> {
    const row = await this.db.clientErasure.findFirst({ where: { certificate } });
    return row !== null && row.seal === seal && this.#seal(row) === seal;
  }

  /** HMAC-SHA256 over what the certificate says, with the installation's key, in hex. */
  #seal({ certificate, clientId, counts, reason, createdAt }: Pick<Row, 'certificate' | 'clientId' | 'reason' | 'createdAt'> & { counts: unknown }): string {
    const sorted = Object.entries(counts as Record<string, number>).sort(([a], [b]) => (a < b ? -1 : 1));
    const text = JSON.stringify([certificate, clientId, sorted, reason, createdAt.toISOString()]);
    return Buffer.from(this.seals.digest(text, `client-erasure:${this.access.tenant.id}`), 'base64url').toString('hex');
  }

  async #shown(rows: readonly Row[]): Promise<ClientErasure[]> {
    const names = await userNames(this.db, rows.map(({ erasedById }) => erasedById));
    return rows.map(({ id, certificate, clientId, counts, reason, seal, erasedById, createdAt }) => ({
      ...{ id, certificate, clientId, reason, seal, tenant: this.access.tenant.name },
      counts: counts as Record<string, number>,
      erasedByName: names.of(erasedById),
      createdAt: createdAt.toISOString(),
    }));
  }
}
