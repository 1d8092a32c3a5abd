import { getTranslations } from 'next-intl/server';
import { VerifyEmail } from '../../../parts/auth/verify-email.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.auth'))('verifyTitle'), referrer: 'no-referrer' as const };
}

export default async function VerifyEmailPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams;
  return <VerifyEmail token={typeof token === 'string' ? token : ''} />;
}
