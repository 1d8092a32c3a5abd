'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Ellipsis, ShieldOff, UserCheck, UserX } from 'lucide-react';
import type { User } from '@loctelli/core';
import { Button, Menu, type Option } from '@loctelli/core/web';
import { ResetFactorsDialog } from './reset-factors-dialog.tsx';

interface Props {
  user: User;
  roles: Option[];
  isSelf: boolean;
  onRole: (role: string) => void;
  onActive: (isActive: boolean) => void;
}

/** What may be done to one user. Nobody deactivates themselves from here, or gets around their own second factor. */
export function UserMenu({ user, roles, isSelf, onRole, onActive }: Props) {
  const t = useTranslations('core.users');
  const security = useTranslations('core.security');
  const [resetting, setResetting] = useState(false);
  const reset = { id: 'reset-factors', label: security('resetFactors'), icon: <ShieldOff aria-hidden />, onSelect: () => setResetting(true) };
  return (
    <>
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
                ? [reset, { id: 'deactivate', label: t('deactivate'), icon: <UserX aria-hidden />, danger: true, onSelect: () => onActive(false) }]
                : [{ id: 'activate', label: t('activate'), icon: <UserCheck aria-hidden />, onSelect: () => onActive(true) }],
          },
        ]}
      />
      <ResetFactorsDialog user={user} open={resetting} onClose={() => setResetting(false)} />
    </>
  );
}
