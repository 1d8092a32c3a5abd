import { getTranslations } from 'next-intl/server';
import { getFront } from '../../../server/front.ts';
import { AcceptInvitation } from '../../../parts/auth/accept-invitation.tsx';

export async function generateMetadata() {
  const [front, t] = await Promise.all([getFront(), getTranslations('core.auth')]);
  return { title: t('acceptTitle', { tenant: front.state === 'open' ? front.tenant.brand.name : '' }), referrer: 'no-referrer' as const };
}

export default async function AcceptInvitationPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams;
  return <AcceptInvitation token={typeof token === 'string' ? token : ''} />;
}
