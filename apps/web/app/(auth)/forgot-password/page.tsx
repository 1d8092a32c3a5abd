import { getTranslations } from 'next-intl/server';
import { ForgotPasswordForm } from '../../../parts/auth/forgot-password-form.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.auth'))('forgotTitle') };
}

export default function ForgotPasswordPage() {
  return <ForgotPasswordForm />;
}
