import { getTranslations } from 'next-intl/server';
import { ResetPassword } from '../../../parts/auth/reset-password-form.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.auth'))('resetTitle'), referrer: 'no-referrer' as const };
}

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams;
  return <ResetPassword token={typeof token === 'string' ? token : ''} />;
}
