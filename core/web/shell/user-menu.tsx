'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { ChevronsUpDown, LogOut, Monitor, Moon, Sun, User } from 'lucide-react';
import type { Locale } from '@loctelli/core';
import { coreApi } from '../api-client/core-api.ts';
import { useApiMutation } from '../data/query.tsx';
import { localeNames, locales } from '../i18n/locales.ts';
import { themes } from '../theme/theme-script.ts';
import { useTheme } from '../theme/use-theme.ts';
import { Avatar } from '../ui/avatar.tsx';
import { cn } from '../ui/cn.ts';
import { Menu } from '../ui/menu.tsx';
import { useMe } from './session.tsx';

const themeIcons = { light: <Sun aria-hidden />, dark: <Moon aria-hidden />, system: <Monitor aria-hidden /> };

export function UserMenu({ narrow }: { narrow?: boolean }) {
  const t = useTranslations('core.shell');
  const { user } = useMe();
  const current = useLocale();
  const router = useRouter();
  const [theme, chooseTheme] = useTheme();
  const language = useApiMutation(
    async (locale: Locale) => {
      const profile = await coreApi.auth.getProfile();
      return coreApi.auth.updateProfile({ version: profile.version, locale });
    },
    { onSuccess: () => router.refresh() },
  );
  const signOut = useApiMutation(() => coreApi.auth.logout(), { onSuccess: () => location.assign('/sign-in') });
  return (
    <Menu
      align="start"
      side="top"
      header={
        <div className="min-w-0">
          <p className="truncate font-medium">{user.name}</p>
          <p className="truncate text-sm text-muted">{user.email}</p>
        </div>
      }
      trigger={
        <button
          type="button"
          aria-label={t('account', { name: user.name })}
          className={cn('flex min-w-0 flex-1 items-center gap-2.5 rounded-md p-1.5 text-start transition-colors duration-150 hover:bg-hover', narrow && 'flex-none')}
        >
          <Avatar name={user.name} size="sm" />
          {!narrow && (
            <>
              <span className="min-w-0 flex-1 truncate font-medium">{user.name}</span>
              <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-subtle" />
            </>
          )}
        </button>
      }
      groups={[
        { items: [{ id: 'profile', label: t('profile'), icon: <User aria-hidden />, render: <Link href="/settings/profile" /> }] },
        { label: t('theme'), items: themes.map((name) => ({ id: name, label: t(name), icon: themeIcons[name], checked: theme === name, onSelect: () => chooseTheme(name) })) },
        { label: t('language'), items: locales.map((name) => ({ id: name, label: <span lang={name}>{localeNames[name]}</span>, checked: current === name, onSelect: () => language.mutate(name) })) },
        { items: [{ id: 'sign-out', label: t('signOut'), icon: <LogOut aria-hidden className="rtl:-scale-x-100" />, onSelect: () => signOut.mutate() }] },
      ]}
    />
  );
}
