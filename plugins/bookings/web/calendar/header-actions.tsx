'use client';
import { CircleHelp, Download, Ellipsis, Plus, Rss } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Menu, useApiMutation, useCan } from '@loctelli/core/web';
import type { BookingFilterInput } from '../../contract.ts';
import { bookings } from '../api.ts';
import { download } from '../download.ts';

interface Props {
  /** What is exported: the list as it is filtered. */
  query: BookingFilterInput;
  exportable: boolean;
  onCreate: () => void;
  onWhy: () => void;
  onFeed: () => void;
}

export function HeaderActions({ query, exportable, onCreate, onWhy, onFeed }: Props) {
  const t = useTranslations('bookings');
  const mayCreate = useCan('bookings.create') !== null;
  const mayExport = useCan('bookings.export') !== null;
  const save = useApiMutation(() => bookings.exportBookings(exportable ? query : {}), { onSuccess: (blob) => download(blob as Blob, 'bookings.csv') });
  const items = [
    { id: 'why', label: t('explain.action'), icon: <CircleHelp aria-hidden />, onSelect: onWhy },
    { id: 'feed', label: t('feed.action'), icon: <Rss aria-hidden />, onSelect: onFeed },
    ...(mayExport ? [{ id: 'export', label: t(exportable ? 'list.export' : 'list.exportAll'), icon: <Download aria-hidden />, onSelect: () => save.mutate() }] : []),
  ];
  return (
    <>
      <Menu
        groups={[{ items }]}
        trigger={
          <Button size="icon" aria-label={t('words.more')}>
            <Ellipsis aria-hidden />
          </Button>
        }
      />
      {mayCreate && (
        <Button variant="primary" onClick={onCreate}>
          <Plus aria-hidden />
          {t('create.action')}
        </Button>
      )}
    </>
  );
}
