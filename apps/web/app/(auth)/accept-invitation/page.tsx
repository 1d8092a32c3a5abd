import { getTranslations } from 'next-intl/server';
import { AcceptForm } from '../../../parts/auth/accept-form.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.auth'))('accept') };
}

export default async function AcceptPage({ searchParams }: { searchParams: Promise<{ token?: string | string[] }> }) {
  const { token } = await searchParams;
  return <AcceptForm token={typeof token === 'string' ? token : ''} />;
}
