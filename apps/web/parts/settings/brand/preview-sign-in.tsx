'use client';
import { useTranslations } from 'next-intl';
import type { Brand } from '@loctelli/core';
import { FrontCard } from '../../auth/front-card.tsx';
import { FrontColumn } from '../../auth/front-column.tsx';
import { FrontField, FrontForm } from '../../auth/front-form.tsx';

/** The sign-in page, of its own parts; without what would begin a sign-in by itself. */
export function PreviewSignIn({ look }: { look: Brand }) {
  const t = useTranslations('core.auth');
  const links = (['privacy', 'terms', 'support'] as const).filter((name) => look.links[name]);
  return (
    <FrontColumn brand={look} className="min-h-[34rem]" footer={links.map((name) => <span key={name}>{t(name)}</span>)}>
      <FrontCard title={t('signIn')}>
        <FrontForm action={t('signIn')} onSubmit={() => Promise.resolve()}>
          <FrontField name="preview-email" type="email" label={t('email')} autoComplete="off" />
          <FrontField name="preview-secret" type="password" label={t('password')} autoComplete="off" aside={<span className="font-medium text-accent-text">{t('forgot')}</span>} />
        </FrontForm>
      </FrontCard>
    </FrontColumn>
  );
}
