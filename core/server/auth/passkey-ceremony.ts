import { Injectable, Logger } from '@nestjs/common';
import { kernelErrors, type passkeyCreate, type passkeySignIn } from '@loctelli/core';
import type { VerifiedAuthenticationResponse } from '@simplewebauthn/server';
import type { z } from 'zod';
import type { Passkey } from '../../../prisma/build/client/client.ts';
import { Access } from '../access/access.ts';
import { Config } from '../config/config.ts';
import { Seal } from '../config/seal.ts';
import { problem } from '../http/problem.ts';
import { BrandService } from '../tenancy/brand.service.ts';
import { context } from '../tenancy/context.ts';
import { visitorOrigin } from './origin.ts';
import { PasskeyChallenges } from './passkey-challenges.ts';

const timeout = 5 * 60 * 1000;
/** ES256, EdDSA, RS256 (COSE): what authenticators in use can do. */
const algorithms = [-7, -8, -257];
/** Loaded when the first passkey is: it brings a whole certificate library, half a second of every start. */
const webauthn = () => import('@simplewebauthn/server');

/**
 * The two ceremonies of Web Authentication Level 3, on the tenant's own host: a passkey made at one tenant's address is never offered at
 * another's, and would not be accepted there. The authenticator has to check who holds it, so a passkey stands for both factors.
 */
@Injectable()
export class PasskeyCeremony {
  readonly #logger = new Logger(PasskeyCeremony.name);

  constructor(
    private readonly access: Access,
    private readonly brands: BrandService,
    private readonly challenges: PasskeyChallenges,
    private readonly config: Config,
    private readonly seal: Seal,
  ) {}

  async creationOptions(session: string, known: Pick<Passkey, 'credentialId' | 'transports'>[]) {
    const { tenant, user } = this.access;
    const { brand } = await this.brands.front(tenant);
    const options = await (
      await webauthn()
    ).generateRegistrationOptions({
      rpName: brand.name,
      rpID: this.#host,
      userName: user.email,
      userDisplayName: user.name,
      userID: new Uint8Array(Buffer.from(this.handleOf(user.id), 'base64url')),
      timeout,
      attestationType: 'none',
      excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      supportedAlgorithmIDs: algorithms,
    });
    await this.challenges.keep(tenant.id, `create:${session}`, options.challenge);
    return options;
  }

  /** The new credential, checked. Throws core.passkey-invalid. */
  async created(session: string, { credential }: z.infer<typeof passkeyCreate>) {
    const challenge = await this.challenges.take(this.access.tenant.id, `create:${session}`, credential.response.clientDataJSON);
    if (!challenge) throw problem(kernelErrors.passkeyInvalid);
    const { verifyRegistrationResponse } = await webauthn();
    const { registrationInfo } = await verifyRegistrationResponse({
      response: credential as never,
      expectedChallenge: challenge,
      expectedOrigin: visitorOrigin(this.config),
      expectedRPID: this.#host,
      requireUserVerification: true,
      supportedAlgorithmIDs: algorithms,
    }).catch((error: Error) => this.#refused(error));
    if (!registrationInfo) throw problem(kernelErrors.passkeyInvalid);
    const { id, publicKey, counter } = registrationInfo.credential;
    return {
      credentialId: id,
      publicKey,
      counter: BigInt(counter),
      backedUp: registrationInfo.credentialBackedUp,
      transports: credential.response.transports,
    };
  }

  async requestOptions() {
    const options = await (await webauthn()).generateAuthenticationOptions({ rpID: this.#host, userVerification: 'required', timeout });
    await this.challenges.keep(this.access.tenant.id, 'sign-in', options.challenge);
    return { ...options, rpId: this.#host };
  }

  /** Uses up the challenge that was signed; false when it was none of ours or was used before. */
  async isFresh({ credential }: z.infer<typeof passkeySignIn>): Promise<boolean> {
    return this.#taken(credential.response.clientDataJSON).then((challenge) => challenge !== null);
  }

  /** What the authenticator signed, checked against the passkey's key and counter; null when anything does not fit. */
  async asserted(
    { credential }: z.infer<typeof passkeySignIn>,
    passkey: Passkey,
  ): Promise<VerifiedAuthenticationResponse['authenticationInfo'] | null> {
    const { userHandle } = credential.response;
    if (userHandle && userHandle !== this.handleOf(passkey.userId)) return null;
    const { verifyAuthenticationResponse } = await webauthn();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: credential as never,
      // Taken out of Redis before: that it is there says that it was ours and is used now.
      expectedChallenge: () => true,
      expectedOrigin: visitorOrigin(this.config),
      expectedRPID: this.#host,
      requireUserVerification: true,
      credential: { id: passkey.credentialId, publicKey: new Uint8Array(passkey.publicKey), counter: Number(passkey.counter) },
    }).catch((error: Error) => this.#refused(error));
    return verified && authenticationInfo ? authenticationInfo : null;
  }

  /** Names the account to an authenticator and tells it nothing else; stays the same, so that one account has one passkey in it. */
  handleOf(userId: number): string {
    return this.seal.digest(String(userId), `passkey-user:${this.access.tenant.id}`);
  }

  #taken = (clientDataJSON: string) => this.challenges.take(this.access.tenant.id, 'sign-in', clientDataJSON);

  #refused(error: Error): { verified: false; registrationInfo?: undefined; authenticationInfo?: undefined } {
    this.#logger.warn(`passkey refused: ${error.message}`);
    return { verified: false };
  }

  get #host(): string {
    return context.get('host') ?? new URL(visitorOrigin(this.config)).hostname;
  }
}
