import { getTranslations } from 'next-intl/server';
import { VerifyForm } from '../../../parts/auth/verify-form.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.auth'))('verifyTitle') };
}

export default async function VerifyPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  return <VerifyForm token={typeof token === 'string' ? token : ''} />;
}
