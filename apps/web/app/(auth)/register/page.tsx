import { getTranslations } from 'next-intl/server';
import { getFront } from '../../../server/front.ts';
import { RegisterForm } from '../../../parts/auth/register-form.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.auth'))('register') };
}

export default async function RegisterPage() {
  const front = await getFront();
  return front.state === 'open' ? <RegisterForm name={front.tenant.brand.name} open={front.tenant.registration} /> : null;
}
