import { getTranslations } from 'next-intl/server';
import { AuditSettings } from '../../../../parts/settings/audit-settings.tsx';
import { NeedsGrant } from '../../../../parts/shell/needs-grant.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.settings'))('audit') };
}

export default function AuditPage() {
  return (
    <NeedsGrant permission="audit.read">
      <AuditSettings />
    </NeedsGrant>
  );
}
