import { startAuthentication, WebAuthnAbortService } from '@simplewebauthn/browser';
import { coreApi } from '../../../../core/web/api-client/core-api.ts';

/** A challenge of the server lives for five minutes; an offer that waits longer than this asks for another. */
const renewMs = 4 * 60 * 1000;

/** Asks the browser for a passkey and signs in with it. With `autofill` the browser offers them in the field and waits there. */
async function signIn(autofill: boolean): Promise<void> {
  const request = await coreApi.auth.getPasskeyRequest();
  const credential = await startAuthentication({ optionsJSON: request, useBrowserAutofill: autofill });
  await coreApi.auth.loginWithPasskey(credential);
}

export const signInWithPasskey = () => signIn(false);

/** Whether somebody closed the browser's dialog, or another ceremony took its place: nothing went wrong. */
export function wasGivenUp(error: unknown): boolean {
  return error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name);
}

/**
 * Lets the browser offer passkeys among the suggestions of the address field, until one is used.
 * @returns how to take the offer back
 */
export function offerPasskeys(onSignedIn: () => void, onRefused: (error: unknown) => void): () => void {
  let state: 'offered' | 'renewing' | 'over' = 'offered';
  const offer = async (): Promise<void> => {
    try {
      await signIn(true);
      onSignedIn();
    } catch (error) {
      if (state === 'renewing') {
        state = 'offered';
        return offer();
      }
      if (state === 'offered' && !wasGivenUp(error)) onRefused(error);
    }
  };
  const timer = setInterval(() => {
    state = 'renewing';
    WebAuthnAbortService.cancelCeremony();
  }, renewMs);
  void offer();
  return () => {
    clearInterval(timer);
    state = 'over';
    WebAuthnAbortService.cancelCeremony();
  };
}
