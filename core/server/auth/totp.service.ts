import { Injectable } from '@nestjs/common';
import { kernelErrors, type factorBegin, type factorProof, type totpConfirm } from '@loctelli/core';
import type { z } from 'zod';
import type { User as UserRow } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { Database } from '../database/database.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { problem } from '../http/problem.ts';
import { BrandService } from '../tenancy/brand.service.ts';
import type { Caller } from './caller.ts';
import { FactorNotices, type FactorNotice } from './factor-notices.ts';
import { IdentityProof } from './identity-proof.ts';
import { RecoveryCodes } from './recovery-codes.ts';
import { SecondFactor } from './second-factor.ts';
import { newTotpSecret, totpUri } from './totp.ts';

/** The signed-in user's authenticator app and recovery codes. Sessions that are open stay open. */
@Injectable()
export class TotpService {
  constructor(
    private readonly db: Database,
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly brands: BrandService,
    private readonly codes: RecoveryCodes,
    private readonly factor: SecondFactor,
    private readonly notices: FactorNotices,
    private readonly proof: IdentityProof,
  ) {}

  /** A secret for an app; it counts once a code of it was confirmed, and until then may be made anew. */
  async begin({ currentPassword }: z.infer<typeof factorBegin>, caller: Caller) {
    await this.proof.demand(currentPassword, caller);
    const { id, email } = this.access.user;
    const secret = newTotpSecret();
    const { count } = await this.db.user.updateMany({
      where: { id, totpEnabledAt: null },
      data: { totpSecret: this.factor.close(id, secret), totpLastStep: null },
    });
    if (count === 0) throw problem(kernelErrors.totpAlreadyOn);
    const { brand } = await this.brands.front(this.access.tenant);
    return { secret, uri: totpUri(secret, brand.name, email) };
  }

  /** Throws core.wrong-code; the factor is on only once a code has shown that the app has the secret. */
  async confirm({ code }: z.infer<typeof totpConfirm>) {
    this.proof.session();
    const user = await this.#user();
    if (user.totpEnabledAt) throw problem(kernelErrors.totpAlreadyOn);
    if (!user.totpSecret) throw problem(kernelErrors.totpNotOn);
    if (!(await this.factor.acceptCode(user, code))) throw problem(kernelErrors.wrongCode);
    return this.uow.run(async () => {
      const data = { totpEnabledAt: new Date() };
      const { count } = await this.db.user.updateMany({ where: { id: user.id, totpEnabledAt: null, totpSecret: user.totpSecret }, data });
      if (count === 0) throw problem(kernelErrors.totpAlreadyOn);
      return { recoveryCodes: await this.#renewed(user, 'totp-enabled') };
    });
  }

  async disable({ currentPassword, ...given }: z.infer<typeof factorProof>, caller: Caller): Promise<void> {
    const user = await this.#proved(currentPassword, given, caller);
    await this.uow.run(async () => {
      await this.db.user.updateMany({ where: { id: user.id }, data: { totpSecret: null, totpEnabledAt: null, totpLastStep: null } });
      await this.codes.forget(user.id);
      await this.#tell(user, 'totp-disabled');
    });
  }

  async renewCodes({ currentPassword, ...given }: z.infer<typeof factorProof>, caller: Caller) {
    const user = await this.#proved(currentPassword, given, caller);
    return this.uow.run(async () => ({ recoveryCodes: await this.#renewed(user, 'recovery-codes-renewed') }));
  }

  async #proved(currentPassword: string, given: { code?: string; recoveryCode?: string }, caller: Caller): Promise<UserRow> {
    await this.proof.demandPassword(currentPassword, caller);
    const user = await this.#user();
    if (!user.totpEnabledAt) throw problem(kernelErrors.totpNotOn);
    await this.factor.demand(user, given);
    return user;
  }

  async #renewed(user: UserRow, what: FactorNotice): Promise<string[]> {
    const codes = await this.codes.renew(this.access.tenant.id, user.id);
    await this.#tell(user, what);
    return codes;
  }

  async #tell(user: UserRow, what: FactorNotice): Promise<void> {
    await this.audit.record({ action: `user.${what}`, subject: 'User', subjectId: user.id });
    await this.notices.send(user, what);
  }

  async #user(): Promise<UserRow> {
    const user = await this.db.user.findFirst({ where: { id: this.access.user.id } });
    if (!user) throw problem(kernelErrors.sessionEnded);
    return user;
  }
}
