import { getTranslations } from 'next-intl/server';
import { SecuritySettings } from '../../../../parts/settings/security-settings.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.settings'))('security') };
}

export default function SecurityPage() {
  return <SecuritySettings />;
}
