import { getTranslations } from 'next-intl/server';
import { PluginSettings } from '../../../../parts/settings/plugins/plugin-settings.tsx';
import { NeedsGrant } from '../../../../parts/shell/needs-grant.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.settings'))('plugins') };
}

export default function PluginPage() {
  return (
    <NeedsGrant permission="plugins.update">
      <PluginSettings />
    </NeedsGrant>
  );
}
