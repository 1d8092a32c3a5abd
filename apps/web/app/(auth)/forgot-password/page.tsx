import { getTranslations } from 'next-intl/server';
import { ForgotForm } from '../../../parts/auth/forgot-form.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.auth'))('forgotTitle') };
}

export default function ForgotPage() {
  return <ForgotForm />;
}
