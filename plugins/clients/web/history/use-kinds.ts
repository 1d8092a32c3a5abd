'use client';
import { useMessages, useTranslations } from 'next-intl';
import { usePlugins } from '@loctelli/core/web';

export interface KindFilter {
  id: string;
  label: string;
  /** As the server takes them; absent for everything. */
  kinds?: string;
}

/** What the timeline can be narrowed to: the kinds of this plugin in groups, and each other plugin that tells something. */
export function useKinds(): KindFilter[] {
  const t = useTranslations('clients.timelineFilter');
  const words = useTranslations();
  const messages = useMessages() as Record<string, { timeline?: object; menu?: string } | undefined>;
  const others = usePlugins().filter(({ manifest: { id } }) => id !== 'clients' && messages[id]?.timeline);
  return [
    { id: 'all', label: t('all') },
    { id: 'notes', label: t('notes'), kinds: 'clients.note' },
    { id: 'tasks', label: t('tasks'), kinds: 'clients.task-created,clients.task-done' },
    { id: 'files', label: t('files'), kinds: 'clients.file-added,clients.file-removed' },
    {
      id: 'changes',
      label: t('changes'),
      kinds: 'clients.created,clients.updated,clients.stage-changed,clients.owner-changed,clients.deleted,clients.restored,clients.merged,clients.unmerged',
    },
    ...others.map(({ manifest: { id, name } }) => ({ id, label: words.has(`${id}.menu`) ? words(`${id}.menu`) : name, kinds: id })),
  ];
}
