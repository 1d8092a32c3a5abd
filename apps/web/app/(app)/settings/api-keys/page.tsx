import { getTranslations } from 'next-intl/server';
import { ApiKeySettings } from '../../../../parts/settings/api-key-settings.tsx';
import { NeedsGrant } from '../../../../parts/shell/needs-grant.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.settings'))('apiKeys') };
}

export default function ApiKeyPage() {
  return (
    <NeedsGrant permission="apikeys.manage">
      <ApiKeySettings />
    </NeedsGrant>
  );
}
