import { getTranslations } from 'next-intl/server';
import { getFront } from '../../../server/front.ts';
import { RegisterForm } from '../../../parts/auth/register-form.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.auth'))('registerTitle') };
}

export default async function RegisterPage() {
  const front = await getFront();
  if (front.state !== 'open') return null;
  return <RegisterForm name={front.tenant.brand.name} open={front.tenant.registration} />;
}
