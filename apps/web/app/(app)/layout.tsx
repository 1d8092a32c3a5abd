import type { ReactNode } from 'react';
import { redirect } from 'next/navigation';
import { manifests } from '../../generated/manifests.ts';
import { getFront } from '../../server/front.ts';
import { getIcons } from '../../server/icons.ts';
import { getShellPreference } from '../../server/preferences.ts';
import { currentPage, getSession } from '../../server/session.ts';
import { Intl } from '../../parts/intl.tsx';
import { Resume } from '../../parts/auth/resume.tsx';
import { Standstill } from '../../parts/standstill.tsx';
import { SignedIn } from '../../parts/shell/signed-in.tsx';

/**
 * The gate of the signed-in pages, decided on the server. A visitor whose access has ended but who may renew it does so from the
 * browser, where the refresh cookie can be exchanged, and the page goes on without passing by the sign-in form.
 */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const [front, session, preference] = await Promise.all([getFront(), getSession(), getShellPreference()]);
  if (front.state !== 'open') return null;
  if (session.state === 'signed-out') redirect(`/sign-in?next=${encodeURIComponent(await currentPage())}`);
  if (session.state === 'away')
    return (
      <Intl part="minimal">
        <Standstill state="away" name="" />
      </Intl>
    );
  if (session.state === 'renewable')
    return (
      <Intl part="front">
        <Resume next={await currentPage()} />
      </Intl>
    );
  return (
    <Intl part="signed-in" plugins={session.me.plugins}>
      <SignedIn me={session.me} manifests={manifests} brand={front.tenant.brand} icons={await getIcons()} preference={preference}>
        {children}
      </SignedIn>
    </Intl>
  );
}
