'use client';
import type { ReactNode } from 'react';
import { Bell, Clock, Keyboard, Languages, LayoutDashboard, LogOut, Settings, SunMoon, UsersRound } from 'lucide-react';
import { Icon } from '../../ui/icon.tsx';

const own: Record<string, ReactNode> = {
  'core:dashboard': <LayoutDashboard aria-hidden />,
  'core:notifications': <Bell aria-hidden />,
  'core:users': <UsersRound aria-hidden />,
  'core:settings': <Settings aria-hidden />,
  'core:theme': <SunMoon aria-hidden />,
  'core:language': <Languages aria-hidden />,
  'core:shortcuts': <Keyboard aria-hidden />,
  'core:sign-out': <LogOut aria-hidden className="rtl:-scale-x-100" />,
  'core:recent': <Clock aria-hidden />,
};

/** The icon of a line: the kernel's own, or one that a manifest names. */
export const EntryIcon = ({ name }: { name?: string }) => (name && own[name]) || <Icon name={name ?? ''} />;
