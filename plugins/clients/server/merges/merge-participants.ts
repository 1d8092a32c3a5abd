import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Access, Database, Prisma, problem } from '@loctelli/core/server';
import { clientErrors } from '../../contract.ts';
import type { Client, MergeRequest, StageKind } from '../../contract.ts';
import { clientOf, withOwner } from '../client-row.ts';
import { mergeOf, type MergeResult } from './merge-result.ts';

export interface Participants extends MergeResult {
  survivor: Client;
  others: Client[];
}

/** Who takes part in a merge, and what would come of it. */
@Injectable()
export class MergeParticipants {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  /**
   * @param lock holds the clients until the unit of work ends, in the order of their ids, so that two merges cannot wait for each other
   * @throws clients.merge-with-itself, clients.not-found, clients.field-refused
   */
  async of({ survivorId, ids, choices = {} }: MergeRequest, lock = false): Promise<Participants> {
    const others = [...new Set(ids)];
    const all = [...new Set([survivorId, ...others])];
    if (lock) await this.db.$queryRaw(Prisma.sql`select c.id from "Client" c where c.id = any(${all}::int[]) order by c.id for update`);
    const rows = await this.db.client.findMany({ where: { AND: [{ id: { in: all } }, this.access.where('clients.merge')] }, include: withOwner });
    if (rows.length !== all.length) throw problem(clientErrors.notFound);
    if (others.includes(survivorId) || rows.some(({ deletedAt }) => deletedAt)) throw problem(clientErrors.mergeWithItself);
    const clients = new Map(rows.map((row) => [row.id, clientOf(row)]));
    const locked = this.access.refused('Client', 'write');
    const refused = Object.entries(choices).find(([field, from]) => locked.has(field) && from !== survivorId);
    if (refused) throw problem(clientErrors.fieldRefused, { field: refused[0] });
    const stages = new Map((await this.db.stage.findMany({ select: { id: true, kind: true } })).map(({ id, kind }) => [id, kind as StageKind]));
    const survivor = clients.get(survivorId)!;
    const absorbed = others.map((id) => clients.get(id)!);
    return { survivor, others: absorbed, ...mergeOf(survivor, absorbed, { choices, locked, stages }) };
  }

  /** Throws core.version-conflict unless every client is as the caller saw it. */
  demandVersions({ survivor, others }: Participants, versions: Readonly<Record<string, number>>): void {
    if ([survivor, ...others].some(({ id, version }) => versions[id] !== version)) throw problem(kernelErrors.versionConflict);
  }
}
