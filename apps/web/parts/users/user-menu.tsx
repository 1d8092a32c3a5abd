'use client';
import { useTranslations } from 'next-intl';
import { Ellipsis, UserCheck, UserX } from 'lucide-react';
import type { User } from '@loctelli/core';
import { Button, Menu, type Option } from '@loctelli/core/web';

interface Props {
  user: User;
  roles: Option[];
  isSelf: boolean;
  onRole: (role: string) => void;
  onActive: (isActive: boolean) => void;
}

/** What may be done to one user. Nobody deactivates themselves from here. */
export function UserMenu({ user, roles, isSelf, onRole, onActive }: Props) {
  const t = useTranslations('core.users');
  return (
    <Menu
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={t('menuOf', { name: user.name })} className="text-muted">
          <Ellipsis aria-hidden />
        </Button>
      }
      groups={[
        {
          label: t('changeRole'),
          items: roles.map((role) => ({ id: role.value, label: role.label, checked: role.value === user.role, onSelect: () => role.value !== user.role && onRole(role.value) })),
        },
        {
          items: isSelf
            ? []
            : user.isActive
              ? [{ id: 'deactivate', label: t('deactivate'), icon: <UserX aria-hidden />, danger: true, onSelect: () => onActive(false) }]
              : [{ id: 'activate', label: t('activate'), icon: <UserCheck aria-hidden />, onSelect: () => onActive(true) }],
        },
      ]}
    />
  );
}
