import { getTranslations } from 'next-intl/server';
import { ResetForm } from '../../../parts/auth/reset-form.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.auth'))('resetTitle') };
}

export default async function ResetPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  return <ResetForm token={typeof token === 'string' ? token : ''} />;
}
