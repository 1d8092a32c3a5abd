import { getTranslations } from 'next-intl/server';
import { NotificationsPage } from '../../../parts/shell/notifications-page.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.notifications'))('title') };
}

export default function Notifications() {
  return <NotificationsPage />;
}
