'use client';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import { useRouter } from 'next/navigation';
import { Menu } from '@base-ui/react/menu';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { Check, Clock, Keyboard, LogOut, MapPin, Monitor, Moon, Sun, User } from 'lucide-react';
import type { Locale } from '@loctelli/core';
import { localeNames, locales } from '../i18n/locales.ts';
import { themes } from '../theme/theme-script.ts';
import { useTheme } from '../theme/use-theme.ts';
import { cn } from '../ui/cn.ts';
import { Link } from '../ui/link.tsx';
import { itemClass, popupClass } from '../ui/popup.ts';
import type { PopupState } from './late-popup.ts';
import { useShellUi } from './shell-ui.tsx';
import { useMe } from './session.tsx';
import { Keys } from './shortcuts/keys.tsx';
import { useAccount } from './use-account.ts';
import { zoneCity, zoneOffset } from './zone-offset.ts';

const themeIcons = { light: <Sun aria-hidden />, dark: <Moon aria-hidden />, system: <Monitor aria-hidden /> };

export default function UserMenuPanel({ open, onOpenChange, anchor }: PopupState) {
  const t = useTranslations('core.shell');
  const { user } = useMe();
  const { setSheet } = useShellUi();
  const router = useRouter();
  const locale = useLocale();
  const zone = useTimeZone() ?? 'UTC';
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const [theme, chooseTheme] = useTheme();
  const account = useAccount();
  return (
    <Menu.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} sideOffset={4} align="start" side="top" className="z-10 outline-none">
          <Menu.Popup finalFocus={anchor} className={cn(popupClass, 'max-h-(--available-height) w-72 overflow-y-auto p-1')}>
            <div className="min-w-0 px-2.5 py-2">
              <p className="truncate font-medium">{user.name}</p>
              <p className="truncate text-sm text-muted">{user.email}</p>
            </div>
            <Line />
            <Item icon={<User aria-hidden />} render={<Link href="/settings/profile" />}>
              {t('profile')}
            </Item>
            <Item icon={<Clock aria-hidden />} onClick={() => router.push('/settings/profile')}>
              {t('zone', { city: zoneCity(zone), offset: zoneOffset(zone, locale) })}
            </Item>
            {here && zoneOffset(here, 'en') !== zoneOffset(zone, 'en') && (
              <Item icon={<MapPin aria-hidden />} onClick={() => account.update.mutate({ zone: here })}>
                {t('useZone', { city: zoneCity(here), offset: zoneOffset(here, locale) })}
              </Item>
            )}
            <Item icon={<Keyboard aria-hidden />} onClick={() => setSheet(true)} end={<Keys keys="?" />}>
              {t('shortcuts')}
            </Item>
            <Line />
            <Choices label={t('theme')} value={theme} onChange={chooseTheme} choices={themes.map((name) => ({ value: name, label: t(name), icon: themeIcons[name] }))} />
            <Line />
            <Choices
              label={t('language')}
              value={locale}
              onChange={(next) => account.update.mutate({ locale: next as Locale })}
              choices={locales.map((name) => ({ value: name, label: <span lang={name}>{localeNames[name]}</span> }))}
            />
            <Line />
            <Item icon={<LogOut aria-hidden className="rtl:-scale-x-100" />} onClick={() => account.signOut.mutate()}>
              {t('signOut')}
            </Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

const Line = () => <Menu.Separator className="mx-1 my-1 h-px bg-line" />;

function Item({ icon, children, onClick, render, end }: { icon: ReactNode; children: ReactNode; onClick?: () => void; render?: ReactElement; end?: ReactNode }) {
  const content = (
    <>
      {icon}
      <span className="min-w-0 flex-1 text-pretty">{children}</span>
      {end}
    </>
  );
  return render ? (
    <Menu.LinkItem render={render} closeOnClick className={itemClass}>
      {content}
    </Menu.LinkItem>
  ) : (
    <Menu.Item onClick={onClick} className={itemClass}>
      {content}
    </Menu.Item>
  );
}

interface ChoicesProps<V extends string> {
  label: string;
  value: string;
  onChange: (value: V) => void;
  choices: { value: V; label: ReactNode; icon?: ReactNode }[];
}

function Choices<V extends string>({ label, value, onChange, choices }: ChoicesProps<V>) {
  return (
    <Menu.Group>
      <Menu.GroupLabel className="px-2.5 pt-1.5 pb-1 text-xs font-medium text-muted">{label}</Menu.GroupLabel>
      <Menu.RadioGroup value={value} onValueChange={(next) => onChange(next as V)}>
        {choices.map((choice) => (
          <Fragment key={choice.value}>
            <Menu.RadioItem value={choice.value} closeOnClick className={itemClass}>
              {choice.icon}
              <span className="min-w-0 flex-1 truncate">{choice.label}</span>
              <Menu.RadioItemIndicator>
                <Check aria-hidden className="text-accent-text" />
              </Menu.RadioItemIndicator>
            </Menu.RadioItem>
          </Fragment>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  );
}
