import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { getFront } from '../../../server/front.ts';
import { getSession, safeNext } from '../../../server/session.ts';
import { SignInForm } from '../../../parts/auth/sign-in-form.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.auth'))('signIn') };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const [front, session, query] = await Promise.all([getFront(), getSession(), searchParams]);
  if (front.state !== 'open') return null;
  const next = safeNext(query.next);
  if (session.state === 'signed-in') redirect(next);
  return <SignInForm next={next} registration={front.tenant.registration} />;
}
