import { getTranslations } from 'next-intl/server';
import { Dashboard } from '../../parts/shell/dashboard.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.shell'))('dashboard') };
}

export default function DashboardPage() {
  return <Dashboard />;
}
