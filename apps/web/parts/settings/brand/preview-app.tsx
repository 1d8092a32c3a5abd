'use client';
import { clsx } from 'clsx';
import { LayoutDashboard, Plus, Settings, UsersRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Brand } from '@loctelli/core';
import { Avatar, Badge, Button, Card, Input, PageHeader, useFormats, useMe, usePlugins } from '@loctelli/core/web';
import { BrandMark } from '../../../../../core/web/shell/brand-mark.tsx';
import { Icon } from '../../../../../core/web/ui/icon.tsx';

const bars = [42, 65, 38, 80, 56, 72, 48, 61];
const tones = ['success', 'accent', 'warning', 'neutral'] as const;

/** A page of the product: sidebar, header, table and chart, with the tenant's own menu and people. */
export function PreviewApp({ look, phone }: { look: Brand; phone: boolean }) {
  const t = useTranslations('core.brand.sample');
  const shell = useTranslations('core.shell');
  const all = useTranslations();
  const formats = useFormats();
  const { user } = useMe();
  const menu = usePlugins().flatMap(({ manifest }) => (manifest.menu ?? []).map((entry) => ({ key: `${manifest.id}.${entry.label}`, name: manifest.name, icon: <Icon name={entry.icon} /> })));
  const entries = [
    { label: shell('dashboard'), icon: <LayoutDashboard />, current: true },
    ...menu.slice(0, 4).map(({ key, name, icon }) => ({ label: all.has(key) ? all(key) : name, icon, current: false })),
    { label: shell('users'), icon: <UsersRound />, current: false },
    { label: shell('settings'), icon: <Settings />, current: false },
  ];
  return (
    <div className={clsx('min-h-[34rem]', !phone && 'grid grid-cols-[11rem_minmax(0,1fr)] max-sm:grid-cols-1')}>
      {phone ? (
        <div className="sidebar flex h-14 items-center border-b px-4">
          <BrandMark name={look.name} logo={look.logo} logoDark={look.logoDark} />
        </div>
      ) : (
        <div className="sidebar flex flex-col border-e max-sm:hidden">
          <div className="flex h-14 items-center px-3.5">
            <BrandMark name={look.name} logo={look.logo} logoDark={look.logoDark} />
          </div>
          <ul className="flex flex-1 flex-col gap-0.5 px-2 py-2">
            {entries.map(({ label, icon, current }) => (
              <li key={label} className={clsx('flex h-9 items-center gap-2.5 rounded-md px-2.5 font-medium [&_svg]:size-4.5 [&_svg]:shrink-0', current ? 'bg-accent-soft text-on-accent-soft' : 'text-muted')}>
                {icon}
                <span className="truncate">{label}</span>
              </li>
            ))}
          </ul>
          <div className="flex items-center gap-2.5 border-t p-3">
            <Avatar name={user.name} size="sm" />
            <span className="truncate font-medium">{user.name}</span>
          </div>
        </div>
      )}
      <div className="@container min-w-0 p-5">
        <PageHeader
          title={shell('dashboard')}
          actions={
            <>
              <Button>{t('secondary')}</Button>
              <Button variant="primary">
                <Plus aria-hidden />
                {t('primary')}
              </Button>
            </>
          }
        />
        <div className="grid gap-4 @xl:grid-cols-2">
          <Card flush title={t('list')}>
            <ul>
              {tones.map((tone, index) => (
                <li key={tone} className={clsx('flex h-row items-center justify-between gap-3 border-b px-5 last:border-0', index === 1 && 'bg-hover')}>
                  <span className="truncate text-accent-text">{t(`people.${index}`)}</span>
                  <Badge tone={tone}>{t(`states.${index}`)}</Badge>
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t('chart')}>
            <div className="flex h-28 items-end gap-2">
              {bars.map((height, index) => (
                <span key={index} className="flex-1 rounded-t-sm" style={{ height: `${height}%`, background: `var(--chart-${index + 1})` }} />
              ))}
            </div>
            <p className="mt-3 text-muted">
              <span className="text-xl font-semibold text-fg tabular-nums">{formats.number(1284)}</span> {t('figure')}
            </p>
          </Card>
          <Card title={t('form')} className="@xl:col-span-2">
            <div className="flex flex-wrap items-center gap-2">
              <Input readOnly placeholder={t('placeholder')} className="max-w-56" />
              <Button variant="primary">{t('save')}</Button>
              <Button variant="danger">{t('delete')}</Button>
            </div>
          </Card>
        </div>
      </div>
    </div>
  );
}
