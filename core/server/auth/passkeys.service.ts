import { Injectable } from '@nestjs/common';
import { kernelErrors, type factorBegin, type passkeyCreate, type passkeyUpdate } from '@loctelli/core';
import type { z } from 'zod';
import type { Passkey as Row } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Audit } from '../audit/audit.ts';
import { Database } from '../database/database.ts';
import { problem } from '../http/problem.ts';
import type { Caller } from './caller.ts';
import { FactorNotices } from './factor-notices.ts';
import { IdentityProof } from './identity-proof.ts';
import { PasskeyCeremony } from './passkey-ceremony.ts';
import { RecoveryCodes } from './recovery-codes.ts';

const most = 20;

/** The signed-in user's passkeys, and what else protects their account. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly ceremony: PasskeyCeremony,
    private readonly codes: RecoveryCodes,
    private readonly notices: FactorNotices,
    private readonly proof: IdentityProof,
  ) {}

  async factors() {
    const { id } = this.access.user;
    const [user, passkeys, recoveryCodesLeft] = await Promise.all([
      this.db.user.findFirst({ where: { id }, select: { totpEnabledAt: true } }),
      this.db.passkey.findMany({ where: { userId: id }, orderBy: { id: 'asc' } }),
      this.codes.left(id),
    ]);
    return { totpEnabledAt: user?.totpEnabledAt ?? null, recoveryCodesLeft, passkeys };
  }

  async begin({ currentPassword }: z.infer<typeof factorBegin>, caller: Caller) {
    await this.proof.demand(currentPassword, caller);
    const known = await this.db.passkey.findMany({ where: { userId: this.access.user.id } });
    if (known.length >= most) throw problem(kernelErrors.tooManyPasskeys);
    return this.ceremony.creationOptions(this.proof.session(), known);
  }

  async create(body: z.infer<typeof passkeyCreate>): Promise<Row> {
    const { id: userId } = this.access.user;
    const credential = await this.ceremony.created(this.proof.session(), body);
    const data = { ...credential, publicKey: new Uint8Array(credential.publicKey), userId, name: body.name };
    const [created] = await this.db.passkey.createManyAndReturn({ data: [data], skipDuplicates: true });
    if (!created) throw problem(kernelErrors.passkeyInvalid);
    await this.#tell('passkey-added', created);
    return created;
  }

  async rename(id: number, { name }: z.infer<typeof passkeyUpdate>): Promise<Row> {
    this.proof.session();
    const [renamed] = await this.db.passkey.updateManyAndReturn({ where: { id, userId: this.access.user.id }, data: { name } });
    if (!renamed) throw problem(kernelErrors.notFound);
    await this.audit.record({ action: 'user.passkey-renamed', subject: 'User', subjectId: renamed.userId, changes: { passkey: name } });
    return renamed;
  }

  async delete(id: number): Promise<void> {
    this.proof.session();
    const mine = { id, userId: this.access.user.id };
    const passkey = await this.db.passkey.findFirst({ where: mine });
    if (!passkey || (await this.db.passkey.deleteMany({ where: mine })).count === 0) throw problem(kernelErrors.notFound);
    await this.#tell('passkey-removed', passkey);
  }

  async #tell(what: 'passkey-added' | 'passkey-removed', { userId, name }: Row): Promise<void> {
    await this.audit.record({ action: `user.${what}`, subject: 'User', subjectId: userId, changes: { passkey: name } });
    await this.notices.send(this.access.user, what, { passkey: name });
  }
}
