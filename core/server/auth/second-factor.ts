import { Injectable } from '@nestjs/common';
import { kernelErrors } from '@loctelli/core';
import type { User as UserRow } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { Seal } from '../config/seal.ts';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { problem } from '../http/problem.ts';
import { Attempts } from './attempts.ts';
import { FactorNotices } from './factor-notices.ts';
import { RecoveryCodes } from './recovery-codes.ts';
import { totpStep } from './totp.ts';

/** A code of the authenticator app, or one that was kept for when it is lost. */
export interface FactorGiven {
  code?: string | undefined;
  recoveryCode?: string | undefined;
}

/** Checks the second factor of somebody whose first one was right. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly attempts: Attempts,
    private readonly codes: RecoveryCodes,
    private readonly notices: FactorNotices,
    private readonly seal: Seal,
  ) {}

  /** Secret of the user's authenticator app, ready to be stored. */
  close(userId: number, secret: string): string {
    return this.seal.close(secret, this.#place(userId));
  }

  /**
   * Uses the code up. Guesses are counted by account, from wherever they come: whoever gets to guess knows the password, so nobody else
   * can hold the owner up, and after a few the pause is so long that a million codes are out of reach.
   * @throws core.wrong-code, core.too-many-attempts
   */
  async demand(user: UserRow, { code, recoveryCode }: FactorGiven): Promise<void> {
    const account = `factor:${user.id}`;
    const attempt = await this.attempts.begin(this.access.tenant.id, account, { ip: account, deviceToken: undefined });
    const fits = code !== undefined ? await this.acceptCode(user, code) : await this.#acceptRecovery(user, recoveryCode ?? '');
    if (!fits) throw problem(kernelErrors.wrongCode);
    await attempt.succeeded();
  }

  /** Whether the authenticator's code fits; its time step is used up in the same statement. */
  async acceptCode(user: Pick<UserRow, 'id' | 'totpSecret' | 'totpLastStep'>, code: string): Promise<boolean> {
    if (!user.totpSecret) return false;
    const step = totpStep(this.seal.open(user.totpSecret, this.#place(user.id)), code, user.totpLastStep);
    if (step === null) return false;
    const { count } = await this.db.user.updateMany({
      where: { id: user.id, totpSecret: user.totpSecret, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
      data: { totpLastStep: step },
    });
    return count === 1;
  }

  #acceptRecovery(user: UserRow, code: string): Promise<boolean> {
    return this.uow.run(async () => {
      if (!(await this.codes.spend(this.access.tenant.id, user.id, code))) return false;
      const left = await this.codes.left(user.id);
      await this.audit.record({ action: 'user.recovery-code-used', subject: 'User', subjectId: user.id, changes: { left } });
      await this.notices.send(user, 'recovery-code-used', { left });
      return true;
    });
  }

  #place = (userId: number) => `totp:${this.access.tenant.id}:${userId}`;
}
