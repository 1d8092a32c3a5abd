import { Injectable } from '@nestjs/common';
import type { PermissionManifest, WhyReason } from '@loctelli/core';
import { Prisma } from '../../../prisma/build/client/client.ts';
import { reachOf } from '../access/ability.ts';
import { Access } from '../access/access.ts';
import { Permissions } from '../access/permissions.ts';
import type { KnownUser } from '../auth/principals.ts';
import { Database } from '../database/database.ts';

type Row = Record<string, unknown> & { id: number };
interface Delegate {
  findFirst(args: { where: object }): Promise<Row | null>;
}

/** Whether one record lies within what a permission reaches for a person: asked of the database with the very `where` of the product. */
@Injectable()
export class WhyRecord {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly permissions: Permissions,
  ) {}

  async explain(known: KnownUser, permission: PermissionManifest, id: number): Promise<WhyReason[]> {
    const rows = this.#rowsOf(permission.subject);
    const reach = reachOf(known.ability, permission);
    const inside = rows && reach ? await rows.findFirst({ where: { AND: [reach, { id }] } }) : null;
    const row = inside ?? (await rows?.findFirst({ where: { id } })) ?? null;
    // Whoever may not see the record does not learn from here whether there is one.
    const isKnown = row !== null && rows !== undefined && (await this.#isVisible(rows, permission, id));
    if (!inside) return isKnown ? [await this.#outside(permission, row)] : [{ code: 'record-not-reached', verdict: 'no', params: {} }];
    if (!isKnown) return [{ code: 'record-reached', verdict: 'yes', params: {} }];
    const reasons: WhyReason[] = [await this.#inside(known, permission, inside)];
    if (inside['deletedAt']) reasons.push({ code: 'record-in-trash', verdict: 'info', params: {} });
    return reasons;
  }

  /** The model's rows; none of a model that is no tenant's, which nobody reaches by its id. */
  #rowsOf(subject: string): Delegate | undefined {
    const columns = (Prisma as unknown as Record<string, Record<string, string> | undefined>)[`${subject}ScalarFieldEnum`];
    if (!columns || !('tenantId' in columns)) return undefined;
    return (this.db as unknown as Record<string, Delegate>)[subject.charAt(0).toLowerCase() + subject.slice(1)];
  }

  async #inside({ principal }: KnownUser, permission: PermissionManifest, row: Row): Promise<WhyReason> {
    const owner = await this.#ownerOf(permission, row);
    if (principal.grants[permission.id] === 'all' || !owner) return { code: 'record-reached', verdict: 'yes', params: {} };
    if (owner.id === principal.id) return { code: 'record-own', verdict: 'yes', params: {} };
    return { code: 'record-of-team', verdict: 'yes', params: { owner: owner.name, team: owner.team ?? '' } };
  }

  async #outside(permission: PermissionManifest, row: Row): Promise<WhyReason> {
    const owner = await this.#ownerOf(permission, row);
    if (!owner) return { code: 'record-of-nobody', verdict: 'no', params: {} };
    if (!owner.team) return { code: 'record-of-other', verdict: 'no', params: { owner: owner.name } };
    return { code: 'record-of-other-team', verdict: 'no', params: { owner: owner.name, team: owner.team } };
  }

  async #ownerOf({ owner }: PermissionManifest, row: Row): Promise<{ id: number; name: string; team: string | null } | null> {
    const id = owner ? row[owner] : null;
    if (typeof id !== 'number') return null;
    const user = await this.db.user.findFirst({ where: { id }, select: { id: true, name: true, team: { select: { name: true } } } });
    return user && { id: user.id, name: user.name, team: user.team?.name ?? null };
  }

  /** Whether whoever asks may see the record themselves. */
  async #isVisible(rows: Delegate, { subject }: PermissionManifest, id: number): Promise<boolean> {
    const reading = [...this.permissions.all.values()].find((each) => each.subject === subject && each.action === 'read');
    if (!reading || !this.access.can(reading.id)) return false;
    return (await rows.findFirst({ where: { AND: [this.access.where(reading.id), { id }] } })) !== null;
  }
}
