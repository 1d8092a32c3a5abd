import { z } from 'zod';
import { instant, line } from './fields.ts';
import { authResult } from './identity.ts';

/** Six digits of an authenticator app, spaces allowed, or one of the recovery codes: exactly one of the two. */
const proofOfFactor = {
  code: z.string().trim().min(6).max(12).optional(),
  recoveryCode: z.string().trim().min(8).max(40).optional(),
};
const exactlyOne = (given: { code?: string; recoveryCode?: string }) => (given.code === undefined) !== (given.recoveryCode === undefined);
const choose = { path: ['code'], message: 'Give a code or a recovery code.' };

/** The password was right and a second factor is asked for: `ticket` finishes this sign-in at `auth/login/factor` within five minutes. */
export const factorRequired = z.object({ factorRequired: z.literal(true), ticket: z.string() }).meta({ id: 'FactorRequired' });
/** What a sign-in answers: the session, or the question for the second factor. */
export const signInResult = z.union([factorRequired, authResult]).meta({ id: 'SignInResult' });
export type SignInResult = z.infer<typeof signInResult>;
export const loginFactor = z
  .strictObject({ ticket: z.string().min(1).max(100), ...proofOfFactor })
  .refine(exactlyOne, choose)
  .meta({ id: 'LoginFactor' });

/** What a screen asks for in the place of a code. */
export const recoveryConfirm = z.strictObject({ recoveryCode: proofOfFactor.recoveryCode.unwrap() });

/** Setting up a factor asks for the current password, unless the sign-in was minutes ago. */
const currentPassword = z.string().min(1).max(200);
export const factorBegin = z.strictObject({ currentPassword: currentPassword.optional() }).meta({ id: 'FactorBegin' });
/** What an authenticator app is given: by QR code the whole URI, by hand the secret in base 32. Shown this once. */
export const totpEnrolment = z.object({ uri: z.string(), secret: z.string() }).meta({ id: 'TotpEnrolment' });
export const totpConfirm = z.strictObject({ code: z.string().trim().min(6).max(12) }).meta({ id: 'TotpConfirm' });
/** Weakening what protects an account takes both of its factors. */
export const factorProof = z
  .strictObject({ currentPassword, ...proofOfFactor })
  .refine(exactlyOne, choose)
  .meta({ id: 'FactorProof' });
/** Each works once, in the place of an authenticator's code. Shown this once and kept as digests. */
export const recoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

export const passkey = z
  .object({
    id: z.number().int(),
    name: z.string(),
    /** Kept by a password manager, so that it is on more than one device. */
    backedUp: z.boolean(),
    lastUsedAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Passkey' });
export type Passkey = z.infer<typeof passkey>;
/** How the signed-in user's account is protected. */
export const factors = z
  .object({ totpEnabledAt: instant.nullable(), recoveryCodesLeft: z.number().int(), passkeys: z.array(passkey) })
  .meta({ id: 'Factors' });
export type Factors = z.infer<typeof factors>;

const bytes = z
  .string()
  .min(1)
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]+$/, 'must be base64url');
/** A browser's credential, `PublicKeyCredential.toJSON()`. What newer browsers add to it is dropped. */
const credential = <R extends z.ZodType>(response: R) =>
  z.object({
    id: bytes,
    rawId: bytes,
    type: z.literal('public-key'),
    authenticatorAttachment: z.string().max(40).nullish(),
    clientExtensionResults: z.record(z.string(), z.unknown()).default({}),
    response,
  });

export const passkeyCreate = z
  .strictObject({
    name: line(60),
    credential: credential(
      z.object({ clientDataJSON: bytes, attestationObject: bytes, transports: z.array(z.string().max(40)).max(10).default([]) }),
    ),
  })
  .meta({ id: 'PasskeyCreate' });
export const passkeyUpdate = z.strictObject({ name: line(60) }).meta({ id: 'PasskeyUpdate' });
export const passkeySignIn = z
  .strictObject({
    credential: credential(
      z.object({ clientDataJSON: bytes, authenticatorData: bytes, signature: bytes, userHandle: z.string().max(200).nullish() }),
    ),
  })
  .meta({ id: 'PasskeySignIn' });

/** `PublicKeyCredentialCreationOptionsJSON` (Web Authentication Level 3, 5.4), as far as this server sets it. */
export const passkeyCreationOptions = z
  .object({
    challenge: z.string(),
    rp: z.object({ id: z.string(), name: z.string() }),
    user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
    pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.number().int() })),
    timeout: z.number().int(),
    attestation: z.literal('none'),
    excludeCredentials: z.array(z.object({ id: z.string(), type: z.literal('public-key'), transports: z.array(z.string()).optional() })),
    authenticatorSelection: z.object({
      residentKey: z.literal('required'),
      requireResidentKey: z.boolean(),
      userVerification: z.literal('required'),
    }),
  })
  .meta({ id: 'PasskeyCreationOptions' });
/** `PublicKeyCredentialRequestOptionsJSON`: any passkey of this host, whoever it belongs to. */
export const passkeyRequestOptions = z
  .object({ challenge: z.string(), rpId: z.string(), timeout: z.number().int(), userVerification: z.literal('required') })
  .meta({ id: 'PasskeyRequestOptions' });
