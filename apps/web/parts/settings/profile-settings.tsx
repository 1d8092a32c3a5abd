'use client';
import { useMemo } from 'react';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { profileUpdate, type Locale, type User } from '@loctelli/core';
import {
  Card,
  Combobox,
  coreApi,
  ErrorState,
  Form,
  FormField,
  FormSkeleton,
  FormSummary,
  Input,
  localeNames,
  locales,
  Select,
  SubmitButton,
  listZones,
  offsetOf,
  toast,
  useApiQuery,
  useInvalidate,
  useMe,
} from '@loctelli/core/web';
import { forgetLanguage } from '../auth/chosen-language.ts';
import { ThemeCard } from './profile-theme.tsx';

const rules = profileUpdate.omit({ version: true });

export function ProfileSettings() {
  const t = useTranslations('core.settings');
  const profile = useApiQuery(['profile'], () => coreApi.auth.getProfile());
  return (
    <div className="flex max-w-2xl flex-col gap-5">
      <Card title={t('profile')} description={t('profileText')}>
        {profile.error ? (
          <ErrorState error={profile.error} onRetry={() => void profile.refetch()} />
        ) : profile.data ? (
          <ProfileForm key={profile.data.version} profile={profile.data} />
        ) : (
          <FormSkeleton />
        )}
      </Card>
      <ThemeCard />
    </div>
  );
}

function ProfileForm({ profile }: { profile: User }) {
  const t = useTranslations('core.settings');
  const ui = useTranslations('core.ui');
  const { tenant } = useMe();
  const router = useRouter();
  const invalidate = useInvalidate();
  const security = useTranslations('core.security');
  const language = useLocale();
  const zones = useMemo(() => listZones(language), [language]);
  /** The account names none, yet the page is in one chosen on the sign-in page: that is what is in force. */
  const chosen = profile.locale ?? (language === tenant.locale ? null : language);
  const same = (value: string) => t('tenantDefault', { name: tenant.name, value });
  return (
    <Form
      schema={rules}
      defaults={{ name: profile.name, title: profile.title ?? '', company: profile.company ?? '', phone: profile.phone ?? '', locale: chosen as string | null, zone: profile.zone }}
      onSubmit={async (values) => {
        await coreApi.auth.updateProfile({
          version: profile.version,
          name: values.name,
          title: values.title || null,
          company: values.company || null,
          phone: values.phone || null,
          locale: (values.locale || null) as Locale | null,
          zone: values.zone || null,
        });
        // Otherwise the language of the sign-in page would go on standing in for the tenant's.
        if (!values.locale) forgetLanguage();
        toast.success(ui('saved'));
        invalidate(['profile']);
        router.refresh();
      }}
    >
      <FormSummary />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField name="name" label={t('name')} autoComplete="name" />
        <FormField name="title" label={t('jobTitle')} optional={ui('optional')} autoComplete="organization-title" />
        <FormField name="company" label={t('company')} optional={ui('optional')} autoComplete="organization" />
        <FormField name="phone" label={t('phone')} optional={ui('optional')}>
          <Input type="tel" autoComplete="tel" />
        </FormField>
        <FormField name="locale" label={t('language')} hint={security('languageHint')}>
          {({ value, onChange }) => (
            <Select
              value={(value as string) || 'same'}
              onChange={(next) => onChange(next === 'same' ? null : next)}
              options={[{ value: 'same', label: same(localeNames[tenant.locale]) }, ...locales.map((locale) => ({ value: locale as string, label: localeNames[locale] }))]}
            />
          )}
        </FormField>
        <FormField name="zone" label={t('zone')} hint={profile.zone ? security('zoneHint') : same(tenant.zone.replaceAll('_', ' '))}>
          {({ value, onChange }) => <Combobox options={zones} value={(value as string) || null} onChange={onChange} placeholder={`${tenant.zone.replaceAll('_', ' ')} (${offsetOf(tenant.zone)})`} />}
        </FormField>
      </div>
      <div className="flex justify-end pt-1">
        <SubmitButton>{ui('save')}</SubmitButton>
      </div>
    </Form>
  );
}
