'use client';
import { useState } from 'react';
import { Lock, MessageSquareQuote, Pencil, Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, Button, ConfirmDialog, EmptyState, ErrorState, FormSkeleton, Link, NoMatch, Page, PageHeader, SearchInput, toast, useApiMutation, useApiQuery, useInvalidate } from '@loctelli/core/web';
import type { CannedReply } from '../contract.ts';
import { chat } from './api.ts';
import { cannedMatches } from './composer/canned.ts';
import { CannedDialog } from './set-up/canned-dialog.tsx';

/** Texts kept ready: one's own, and those everybody shares. */
export default function CannedRepliesPage() {
  const t = useTranslations('chat.cannedSetUp');
  const all = useTranslations('chat');
  const invalidate = useInvalidate();
  const { data, error, isPending, refetch } = useApiQuery(['chat', 'canned-replies'], () => chat.getCannedReplies());
  const [search, setSearch] = useState('');
  const [editing, setEditing] = useState<CannedReply | 'new' | null>(null);
  const [leaving, setLeaving] = useState<CannedReply | null>(null);
  const remove = useApiMutation((reply: CannedReply) => chat.deleteCannedReply(reply.id), {
    onSuccess: (_nothing, { title }) => {
      setLeaving(null);
      invalidate(['chat', 'canned-replies']);
      toast.success(t('removed', { title }));
    },
  });
  const items = data?.items ?? [];
  const shown = cannedMatches(items, search, items.length);
  const add = (
    <Button variant="primary" onClick={() => setEditing('new')}>
      <Plus aria-hidden />
      {t('new')}
    </Button>
  );
  return (
    <Page narrow>
      <PageHeader title={all('pages.canned')} description={t('text')} back={<Link href="/settings">{all('setUp.back')}</Link>} actions={items.length > 0 && add} />
      {items.length > 5 && <SearchInput value={search} onChange={setSearch} label={t('search')} className="mb-4 w-full sm:w-72" />}
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <FormSkeleton />
      ) : items.length === 0 ? (
        <div className="rounded-lg border bg-surface">
          <EmptyState icon={<MessageSquareQuote />} title={t('emptyTitle')} action={add}>
            {t('emptyText')}
          </EmptyState>
        </div>
      ) : shown.length === 0 ? (
        <NoMatch onClear={() => setSearch('')} />
      ) : (
        <ul className="divide-y rounded-lg border bg-surface">
          {shown.map((reply) => (
            <li key={reply.id} className="flex items-start gap-3 px-4 py-3">
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
                  <span dir="ltr" className="font-medium text-accent-text">{`/${reply.shortcut}`}</span>
                  <bdi className="min-w-0 truncate font-medium">{reply.title}</bdi>
                  {reply.visibility === 'private' && (
                    <Badge>
                      <Lock aria-hidden className="me-1 inline size-3 align-[-2px]" />
                      {t('private')}
                    </Badge>
                  )}
                </p>
                <p dir="auto" className="mt-0.5 line-clamp-2 text-muted">
                  {reply.body}
                </p>
              </div>
              {reply.mine && (
                <>
                  <Button variant="ghost" size="icon-sm" onClick={() => setEditing(reply)} aria-label={t('change', { title: reply.title })}>
                    <Pencil aria-hidden />
                  </Button>
                  <Button variant="ghost" size="icon-sm" onClick={() => setLeaving(reply)} aria-label={t('remove', { title: reply.title })}>
                    <Trash2 aria-hidden />
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <CannedDialog key={editing === 'new' ? 'new' : editing?.id} reply={editing} onClose={() => setEditing(null)} />
      <ConfirmDialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={t('removeTitle', { title: leaving?.title ?? '' })}
        description={t('removeText')}
        action={t('removeAction')}
        danger
        busy={remove.isPending}
        onConfirm={() => leaving && remove.mutate(leaving)}
      />
    </Page>
  );
}
