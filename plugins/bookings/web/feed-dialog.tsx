'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, ConfirmDialog, CopyButton, Dialog, ErrorState, Field, Input, Skeleton, toast, useApiMutation, useApiQuery, useFormats } from '@loctelli/core/web';
import { bookings } from './api.ts';

const key = ['bookings', 'feed'];

/** The user's private calendar address: made, told once, replaced and taken away. */
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations('bookings.feed');
  const formats = useFormats();
  const { data: feed, error, refetch } = useApiQuery(key, () => bookings.getFeed());
  const [url, setUrl] = useState<string | null>(null);
  const [asking, setAsking] = useState<'rotate' | 'revoke' | null>(null);
  const make = useApiMutation(() => bookings.createFeed(), {
    invalidate: [key],
    onSuccess: (made) => {
      setUrl(made.url);
      setAsking(null);
    },
  });
  const revoke = useApiMutation(() => bookings.revokeFeed(), {
    invalidate: [key],
    onSuccess: () => {
      setUrl(null);
      setAsking(null);
      toast.success(t('revoked'));
    },
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')} description={t('text')}>
      {error && !feed ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : !feed ? (
        <Skeleton className="h-20" />
      ) : (
        <div className="flex flex-col gap-4">
          {url && (
            <div className="rounded-md bg-info-soft p-3.5">
              <Field label={t('address')} hint={t('once')}>
                <div className="flex gap-2">
                  <Input readOnly dir="ltr" value={url} onFocus={(event) => event.target.select()} />
                  <CopyButton text={url} label={t('copy')} />
                </div>
              </Field>
            </div>
          )}
          {feed.exists ? (
            <>
              <p className="text-muted">
                {feed.createdAt && t('made', { when: formats.dateTime(feed.createdAt) })} {feed.lastReadAt ? t('lastRead', { when: formats.relative(feed.lastReadAt) }) : t('neverRead')}
              </p>
              <div className="flex flex-wrap gap-2">
                <Button onClick={() => setAsking('rotate')}>{t('rotate')}</Button>
                <Button onClick={() => setAsking('revoke')}>{t('revoke')}</Button>
              </div>
            </>
          ) : (
            <Button variant="primary" className="self-start" busy={make.isPending} onClick={() => make.mutate()}>
              {t('make')}
            </Button>
          )}
        </div>
      )}
      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => !open && setAsking(null)}
        title={t(asking === 'revoke' ? 'revokeTitle' : 'rotateTitle')}
        description={t('askText')}
        action={t(asking === 'revoke' ? 'revoke' : 'rotate')}
        danger
        busy={make.isPending || revoke.isPending}
        onConfirm={() => (asking === 'revoke' ? revoke.mutate() : make.mutate())}
      />
    </Dialog>
  );
}
