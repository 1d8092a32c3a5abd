import { getTranslations } from 'next-intl/server';
import { RolesSettings } from '../../../../parts/settings/roles/roles-settings.tsx';
import { NeedsGrant } from '../../../../parts/shell/needs-grant.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.access'))('title') };
}

export default function RolesPage() {
  return (
    <NeedsGrant permission="roles.read">
      <RolesSettings />
    </NeedsGrant>
  );
}
