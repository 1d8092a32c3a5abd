'use client';
import { useState } from 'react';
import { Copy, Ellipsis, Link2, Mail, Plus, Settings2, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Menu, toast, useApiMutation, useCan, type MenuGroup } from '@loctelli/core/web';
import type { Dashboard } from '../../contract.ts';
import { analytics } from '../api.ts';
import { DashboardForm } from './dashboard-form.tsx';
import { ShareDialog } from './share-dialog.tsx';
import type { useDashboard } from './use-dashboard.ts';

/** What can be done with a dashboard as a whole. */
export function DashboardMenu({ board, onNew, onSchedule }: { board: ReturnType<typeof useDashboard>; onNew: () => void; onSchedule: () => void }) {
  const t = useTranslations('analytics.dashboard');
  const ui = useTranslations('core.ui');
  const [settings, setSettings] = useState(false);
  const [sharing, setSharing] = useState(false);
  const mayShare = useCan('analytics.share') !== null;
  const maySchedule = useCan('analytics.schedule') !== null;
  const { kept, tiles, create, save, at } = board;
  const copyOf = ({ name, range, filters }: Pick<Dashboard, 'name' | 'range' | 'filters'>) => ({ name, range, filters, tiles: tiles ?? [] });
  const remove = useApiMutation((dashboard: Dashboard) => analytics.deleteDashboard(dashboard.id), {
    invalidate: [['analytics', 'dashboards']],
    onSuccess: (_, dashboard) => {
      at.set({ dashboard: undefined });
      toast.show(t('deleted', { name: dashboard.name }), { undo: { label: ui('undo'), run: () => create.mutate({ ...copyOf(dashboard), visibility: dashboard.visibility, roleKey: dashboard.roleKey }) } });
    },
  });
  const groups: MenuGroup[] = [
    {
      items: [
        { id: 'new', label: t('new'), icon: <Plus aria-hidden />, onSelect: onNew },
        ...(kept?.mine ? [{ id: 'settings', label: t('settings'), icon: <Settings2 aria-hidden />, onSelect: () => setSettings(true) }] : []),
        ...(kept ? [{ id: 'copy', label: t('copy'), icon: <Copy aria-hidden />, onSelect: () => create.mutate({ ...copyOf(kept), name: t('copyName', { name: kept.name }).slice(0, 80) }) }] : []),
      ],
    },
    {
      items: [
        ...(kept && mayShare ? [{ id: 'share', label: t('share'), icon: <Link2 aria-hidden />, onSelect: () => setSharing(true) }] : []),
        ...(kept && maySchedule ? [{ id: 'schedule', label: t('schedule'), icon: <Mail aria-hidden />, onSelect: onSchedule }] : []),
      ],
    },
    { items: kept?.mine ? [{ id: 'delete', label: t('delete'), icon: <Trash2 aria-hidden />, danger: true, onSelect: () => remove.mutate(kept) }] : [] },
  ];
  return (
    <>
      <Menu
        groups={groups}
        trigger={
          <Button size="icon" aria-label={t('more')}>
            <Ellipsis aria-hidden />
          </Button>
        }
      />
      {kept && <DashboardForm key={kept.version} open={settings} onOpenChange={setSettings} dashboard={kept} onSave={(facts) => save.mutateAsync({ id: kept.id, version: kept.version, ...facts })} />}
      {kept && <ShareDialog dashboard={kept} open={sharing} onOpenChange={setSharing} />}
    </>
  );
}
