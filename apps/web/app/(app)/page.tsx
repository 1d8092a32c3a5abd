import { getTranslations } from 'next-intl/server';
import { Dashboard } from '../../parts/shell/dashboard/dashboard.tsx';
import { getPreference } from '../../server/preferences.ts';

export async function generateMetadata() {
  return { title: (await getTranslations('core.shell'))('dashboard') };
}

export default async function DashboardPage() {
  return <Dashboard preference={await getPreference('dashboard')} />;
}
