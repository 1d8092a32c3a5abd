import { getTranslations } from 'next-intl/server';
import { renamableWords } from '../../../../i18n/own-words.ts';
import { BrandSettings } from '../../../../parts/settings/brand/brand-settings.tsx';
import { NeedsGrant } from '../../../../parts/shell/needs-grant.tsx';

export async function generateMetadata() {
  return { title: (await getTranslations('core.settings'))('brand') };
}

export default async function BrandPage() {
  return (
    <NeedsGrant permission="brand.update">
      <BrandSettings words={await renamableWords()} />
    </NeedsGrant>
  );
}
