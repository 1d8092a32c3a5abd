import { getTranslations } from 'next-intl/server';
import { ProfileSettings } from '../../../../parts/settings/profile-settings.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.settings'))('profile') };
}

export default function ProfilePage() {
  return <ProfileSettings />;
}
