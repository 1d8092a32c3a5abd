'use client';
import { PasskeyCard } from './passkey-card.tsx';
import { PasswordCard } from './security-password.tsx';
import { SessionCard } from './session-card.tsx';
import { TotpCard } from './totp-card.tsx';

/** What protects the user's own account. */
export function SecuritySettings() {
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <PasswordCard />
      <TotpCard />
      <PasskeyCard />
      <SessionCard />
    </div>
  );
}
