import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

interface Held {
  id: Buffer;
  privateKey: KeyObject;
  userHandle: string;
  rpId: string;
  counter: number;
}

/** What a test has the authenticator do wrong. */
export interface Misbehaviour {
  origin?: string;
  rpId?: string;
  /** Says that it did not check who holds it. */
  unverified?: boolean;
  /** Signs with this counter, as a copy of the authenticator would that is behind. */
  counter?: number;
  challenge?: string;
  userHandle?: string;
}

const userPresent = 0x01;
const userVerified = 0x04;
const credentialIncluded = 0x40;
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest();
const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes as Uint8Array).toString('base64url');

/** A FIDO2 authenticator with discoverable P-256 credentials, and the browser around it, as far as a server can tell. */
export class SoftwareAuthenticator {
  readonly held: Held[] = [];

  constructor(readonly origin: string) {}

  /** `navigator.credentials.create`: takes the options as JSON, gives the credential as JSON. */
  create(options: { challenge: string; rp: { id: string }; user: { id: string } }, wrong: Misbehaviour = {}) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x, y } = publicKey.export({ format: 'jwk' });
    const id = randomBytes(16);
    const rpId = wrong.rpId ?? options.rp.id;
    this.held.push({ id, privateKey, userHandle: options.user.id, rpId, counter: 0 });
    // COSE_Key (RFC 9052): kty EC2, alg ES256, crv P-256.
    const cose = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, bytesOf(x!)],
        [-3, bytesOf(y!)],
      ]) as never,
    );
    const length = Buffer.from([id.length >> 8, id.length & 255]);
    const flags = userPresent | credentialIncluded | (wrong.unverified ? 0 : userVerified);
    const authData = Buffer.concat([this.#head(rpId, flags, 0), Buffer.alloc(16), length, id, cose]);
    const attestationObject = isoCBOR.encode(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]) as never,
    );
    return {
      id: base64url(id),
      rawId: base64url(id),
      type: 'public-key' as const,
      authenticatorAttachment: 'platform',
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.#clientData('webauthn.create', wrong.challenge ?? options.challenge, wrong),
        attestationObject: base64url(attestationObject),
        transports: ['internal'],
      },
    };
  }

  /** `navigator.credentials.get` with the newest credential it holds. */
  get(options: { challenge: string; rpId: string }, wrong: Misbehaviour = {}) {
    const held = this.held.at(-1)!;
    held.counter = wrong.counter ?? held.counter + 1;
    const head = this.#head(wrong.rpId ?? options.rpId, userPresent | (wrong.unverified ? 0 : userVerified), held.counter);
    const clientDataJSON = this.#clientData('webauthn.get', wrong.challenge ?? options.challenge, wrong);
    const signed = Buffer.concat([head, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return {
      id: base64url(held.id),
      rawId: base64url(held.id),
      type: 'public-key' as const,
      clientExtensionResults: {},
      response: {
        clientDataJSON,
        authenticatorData: base64url(head),
        signature: base64url(createSign('sha256').update(signed).sign(held.privateKey)),
        userHandle: wrong.userHandle ?? held.userHandle,
      },
    };
  }

  #head(rpId: string, flags: number, counter: number): Buffer {
    const end = Buffer.alloc(5);
    end.writeUInt8(flags, 0);
    end.writeUInt32BE(counter, 1);
    return Buffer.concat([sha256(rpId), end]);
  }

  #clientData = (type: string, challenge: string, wrong: Misbehaviour) =>
    base64url(JSON.stringify({ type, challenge, origin: wrong.origin ?? this.origin, crossOrigin: false }));
}

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
