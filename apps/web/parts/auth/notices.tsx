'use client';
import { Link2Off } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { FrontCard, TextLink } from './front-card.tsx';

/** Below every page that is not the sign-in page. */
export function BackToSignIn() {
  const t = useTranslations('core.auth');
  return <TextLink href="/sign-in">{t('backToSignIn')}</TextLink>;
}

/** A link of a message that was cut short. */
export function LinkMissing() {
  const t = useTranslations('core.auth');
  return <FrontCard icon={<Link2Off />} title={t('linkMissingTitle')} text={t('linkMissingText')} below={<BackToSignIn />} />;
}
