import { Injectable } from '@nestjs/common';
import { kernelErrors, userUpdated, type profileUpdate, type User } from '@loctelli/core';
import type { z } from 'zod';
import { Access } from '../access/access.ts';
import { Audit, differences } from '../audit/audit.ts';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { updateVersioned } from '../database/versioned.ts';
import { Events } from '../events/events.ts';
import { problem } from '../http/problem.ts';
import { userOf } from '../users/user-row.ts';
import { Principals } from './principals.ts';
import type { User as UserRow } from '../../../prisma/build/client/client.ts';

/** What users say about themselves. Their role and their address are not theirs to change. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly events: Events,
    private readonly principals: Principals,
  ) {}

  async get(): Promise<User> {
    return userOf(await this.#row());
  }

  async update({ version, ...changes }: z.infer<typeof profileUpdate>): Promise<User> {
    const before = await this.#row();
    const after = await updateVersioned<UserRow>(this.db.user, { id: before.id, version }, changes);
    await this.events.emit(userUpdated, {
      userId: after.id,
      email: after.email,
      name: after.name,
      role: after.roleKey,
      isActive: after.isActive,
    });
    await this.audit.record({ action: 'user.updated', subject: 'User', subjectId: after.id, changes: differences(before, changes) });
    this.uow.current?.afterCommit.push(() => this.principals.forget(this.access.tenant.id, after.id));
    return userOf(after);
  }

  async #row(): Promise<UserRow> {
    const row = await this.db.user.findFirst({ where: { id: this.access.user.id } });
    if (!row) throw problem(kernelErrors.sessionEnded);
    return row;
  }
}
