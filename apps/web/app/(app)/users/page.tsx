import { getTranslations } from 'next-intl/server';
import { NeedsGrant } from '../../../parts/shell/needs-grant.tsx';
import { UsersPage } from '../../../parts/users/users-page.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.users'))('title') };
}

export default function Users() {
  return (
    <NeedsGrant permission="users.read">
      <UsersPage />
    </NeedsGrant>
  );
}
