import { Injectable } from '@nestjs/common';
import { kernelErrors, userInvited, type invitationCreate, type PageQuery } from '@loctelli/core';
import type { z } from 'zod';
import type { Invitation as Row } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { newToken } from '../auth/one-time-links.ts';
import { visitorOrigin } from '../auth/origin.ts';
import { Config } from '../config/config.ts';
import { Database } from '../database/database.ts';
import { seek } from '../database/seek.ts';
import { Events } from '../events/events.ts';
import { problem } from '../http/problem.ts';
import { Jobs } from '../jobs/jobs.ts';
import { invitationMail } from './invitation-mail.ts';
import { Rights } from './rights.ts';

const lifeMs = 7 * 24 * 60 * 60 * 1000;
const withInviter = { include: { invitedBy: { select: { name: true } } } } as const;
type RowWithInviter = Row & { invitedBy: { name: string } | null };

/** Asking people in. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly config: Config,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly rights: Rights,
  ) {}

  async list({ cursor, limit }: PageQuery) {
    const order = seek({ sort: [{ field: 'createdAt', direction: 'desc', type: 'date' }], cursor, limit });
    const rows = await this.db.invitation.findMany({
      where: { AND: [this.access.where('users.invite'), order.where] },
      orderBy: order.orderBy,
      take: order.take,
      ...withInviter,
    });
    const page = order.page(rows);
    return { ...page, items: page.items.map(invitationOf) };
  }

  /** Invites an address, in place of an earlier invitation that is still open. Throws core.already-exists for one that has an account. */
  async create({ email, name, role, teamId }: z.infer<typeof invitationCreate>) {
    await this.rights.roleToGive(role);
    if (teamId && !(await this.db.team.findFirst({ where: { id: teamId } })))
      throw problem(kernelErrors.invalidInput, undefined, [{ path: 'teamId', code: 'unknown', message: 'There is no such team.' }]);
    // Who registered but never proved the address may still be invited: accepting proves it.
    if (await this.db.user.findFirst({ where: { email, emailVerifiedAt: { not: null } } })) throw problem(kernelErrors.alreadyExists);
    await this.db.invitation.updateMany({ where: { email, status: 'pending' }, data: { status: 'revoked' } });
    const data = {
      email,
      name: name ?? null,
      roleKey: role,
      teamId: teamId ?? null,
      invitedById: this.access.user.id,
      digest: newToken().digest,
      expiresAt: new Date(Date.now() + lifeMs),
    };
    const row = await this.db.invitation.create({ data, ...withInviter });
    await this.#mail(row, 'invitation.created');
    await this.events.emit(userInvited, { invitationId: row.id, email, role });
    return invitationOf(row);
  }

  /** Sends a new link for another seven days; the earlier one is void. */
  async resend(id: number) {
    const before = await this.#pending(id);
    await this.rights.roleToGive(before.roleKey);
    await this.db.invitation.updateMany({ where: { id }, data: { expiresAt: new Date(Date.now() + lifeMs), digest: newToken().digest } });
    const row = await this.#pending(id);
    await this.#mail(row, 'invitation.resent');
    return invitationOf(row);
  }

  async revoke(id: number): Promise<void> {
    const { email } = await this.#pending(id);
    await this.db.invitation.updateMany({ where: { id, status: 'pending' }, data: { status: 'revoked' } });
    await this.audit.record({ action: 'invitation.revoked', subject: 'Invitation', subjectId: id, changes: { email } });
  }

  async #mail({ id, email, roleKey }: Row, action: string): Promise<void> {
    await this.jobs.add(invitationMail, { invitationId: id, origin: visitorOrigin(this.config) });
    await this.audit.record({ action, subject: 'Invitation', subjectId: id, changes: { email, role: roleKey } });
  }

  async #pending(id: number): Promise<RowWithInviter> {
    const row = await this.db.invitation.findFirst({
      where: { AND: [this.access.where('users.invite'), { id, status: 'pending' }] },
      ...withInviter,
    });
    if (!row) throw problem(kernelErrors.notFound);
    return row;
  }
}

function invitationOf({ id, email, name, roleKey, teamId, status, expiresAt, createdAt, invitedBy }: RowWithInviter) {
  const shown = status === 'pending' && expiresAt <= new Date() ? ('expired' as const) : status;
  return { id, email, name, role: roleKey, teamId, status: shown, invitedBy: invitedBy?.name ?? null, expiresAt, createdAt };
}
