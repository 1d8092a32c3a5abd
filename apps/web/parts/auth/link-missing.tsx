'use client';
import { useTranslations } from 'next-intl';
import { Unlink } from 'lucide-react';
import { FrontCard, TextLink } from './front-card.tsx';

/** In the place of a page that is only reached by a link with a token, opened without one. */
export function LinkMissing({ title, text }: { title?: string; text?: string }) {
  const t = useTranslations('core.auth');
  return <FrontCard icon={<Unlink />} title={title ?? t('linkMissingTitle')} text={text ?? t('linkMissingText')} below={<TextLink href="/sign-in">{t('backToSignIn')}</TextLink>} />;
}
