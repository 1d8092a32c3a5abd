'use client';
import { useTranslations } from 'next-intl';
import type { PaletteEntry } from './palette/entry.ts';
import { useMe } from './session.tsx';

const settings = [
  ['profile', 'profile', null],
  ['security', 'security', null],
  ['brand', 'brand', 'brand.update'],
  ['roles', 'roles', 'roles.read'],
  ['plugins', 'plugins', 'plugins.update'],
  ['api-keys', 'apiKeys', 'apikeys.manage'],
  ['audit', 'audit', 'audit.read'],
] as const;

/** The kernel's own pages, as far as the user may open them. */
export function useKernelPages(): (PaletteEntry & { href: string })[] {
  const t = useTranslations('core');
  const { grants } = useMe();
  const page = (href: string, label: string, icon: string, more: Partial<PaletteEntry> = {}) => ({ id: `page:${href}`, href, label, icon: `core:${icon}`, ...more });
  return [
    page('/', t('shell.dashboard'), 'dashboard', { keys: 'g d' }),
    page('/notifications', t('notifications.title'), 'notifications', { keys: 'g n' }),
    ...(grants['users.read'] ? [page('/users', t('shell.users'), 'users', { keys: 'g u' })] : []),
    page('/settings', t('shell.settings'), 'settings', { keys: 'g s' }),
    ...settings.filter(([, , permission]) => !permission || grants[permission]).map(([path, label]) => page(`/settings/${path}`, t(`settings.${label}`), 'settings', { detail: t('shell.settings') })),
  ];
}
