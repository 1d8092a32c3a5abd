import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { FactorNotices } from '../auth/factor-notices.ts';
import { Database } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import { Rights } from './rights.ts';

/** For somebody who lost the phone and the recovery codes: their password alone signs them in again. */
@Injectable()
export class FactorReset {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly notices: FactorNotices,
    private readonly rights: Rights,
  ) {}

  /**
   * Takes away another user's authenticator app, recovery codes and passkeys, and tells them by mail. Nobody resets their own: that would
   * be a way around the second factor for whoever sits at an unlocked screen.
   * @throws core.not-found, core.forbidden
   */
  async reset(id: number): Promise<void> {
    const user = await this.db.user.findFirst({ where: { AND: [this.access.where('users.update'), { id }] } });
    if (!user) throw problem(kernelErrors.notFound);
    if (id === this.access.user.id) throw problem(kernelErrors.forbidden);
    await this.rights.demandAbove(user.roleKey);
    await this.db.user.updateMany({ where: { id }, data: { totpSecret: null, totpEnabledAt: null, totpLastStep: null } });
    await this.db.recoveryCode.deleteMany({ where: { userId: id } });
    const { count: passkeys } = await this.db.passkey.deleteMany({ where: { userId: id } });
    const changes = { totp: user.totpEnabledAt !== null, passkeys };
    await this.audit.record({ action: 'user.factors-reset', subject: 'User', subjectId: id, changes });
    await this.notices.send(user, 'factors-reset', { actor: this.access.user.name });
  }
}
