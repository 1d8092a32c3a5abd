'use client';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../button.tsx';
import { Menu, type MenuGroup } from '../menu.tsx';

/** What can be done with one row. */
export function RowMenu({ groups, name }: { groups: MenuGroup[]; name: string }) {
  const t = useTranslations('core.ui');
  if (groups.every((group) => group.items.length === 0)) return null;
  return (
    <Menu
      groups={groups}
      trigger={
        <Button variant="ghost" size="icon-sm" aria-label={t('rowActions', { name })}>
          <Ellipsis aria-hidden />
        </Button>
      }
    />
  );
}
