'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { isProblem } from '../../../../core/web/api-client/problem.ts';
import { useProblemText } from '../../../../core/web/i18n/problem-text.ts';
import { buttonClass } from '../../../../core/web/ui/button-class.ts';
import { Spinner } from '../../../../core/web/ui/spinner.tsx';

const never = () => () => undefined;
const canUsePasskeys = () => 'PublicKeyCredential' in window;
const load = () => import('./passkey-ceremony.ts');

/**
 * Signs in with a passkey, on a press or from the suggestions of the address field. The script for it is loaded only where the browser
 * can, and after the form is there.
 */
export function PasskeyButton({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useTranslations('core.auth');
  const describe = useProblemText();
  const supported = useSyncExternalStore(never, canUsePasskeys, () => true);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');

  useEffect(() => {
    if (!supported || busy) return;
    let stop: (() => void) | undefined;
    let gone = false;
    const offer = async () => {
      if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
      const { offerPasskeys } = await load();
      if (!gone) stop = offerPasskeys(onSignedIn, (error) => isProblem(error) && error.status === 401 && setFailure(describe(error)));
    };
    offer().catch(() => undefined);
    return () => {
      gone = true;
      stop?.();
    };
    // Offered anew after the button was used, not with every drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [supported, busy]);

  const press = async () => {
    setBusy(true);
    setFailure('');
    try {
      const { signInWithPasskey } = await load();
      await signInWithPasskey();
      onSignedIn();
    } catch (error) {
      setFailure(isProblem(error) ? describe(error) : t('passkeyGivenUp'));
      setBusy(false);
    }
  };
  if (!supported) return null;
  return (
    <div className="mt-4 flex flex-col gap-4">
      <div aria-hidden className="flex items-center gap-3 text-sm text-subtle before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('or')}
      </div>
      <button type="button" aria-disabled={busy} aria-busy={busy} onClick={() => !busy && void press()} className={buttonClass('secondary', 'md', 'w-full')}>
        {busy ? <Spinner /> : <KeyRound aria-hidden />}
        {t('usePasskey')}
      </button>
      <p role="alert" className="text-center text-sm text-danger-text empty:hidden">
        {failure}
      </p>
    </div>
  );
}
