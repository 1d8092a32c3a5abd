'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { CopyButton, Dialog, ErrorState, Segmented, Skeleton, useApiQuery } from '@loctelli/core/web';
import { bookings } from '../api.ts';

/** What to put into another website so that people can book from there: the page itself, or a button that opens it. */
export function EmbedDialog({ slug = '', onClose }: { slug?: string; onClose: () => void }) {
  const t = useTranslations('bookings.embedding');
  const { data, error, refetch } = useApiQuery(['bookings', 'embed'], () => bookings.getEmbed());
  const [way, setWay] = useState<'inline' | 'popup'>('inline');
  const snippet = data && `<script src="${data.script}" data-event="${slug}"${way === 'popup' ? ' data-popup' : ''} async></script>`;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')} description={t('text')} footer={snippet && <CopyButton variant="primary" withLabel text={snippet} label={t('copy')} />}>
      {error && !data ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : snippet ? (
        <div className="flex flex-col gap-3">
          <Segmented
            label={t('way')}
            value={way}
            onChange={setWay}
            options={[
              { value: 'inline', label: t('inline') },
              { value: 'popup', label: t('popup') },
            ]}
          />
          {/* Long, to be copied by hand as well: it can be reached by keyboard. */}
          <pre tabIndex={0} role="group" aria-label={t('code')} dir="ltr" className="rounded-md border bg-sunken p-3.5 font-mono text-sm break-all whitespace-pre-wrap">
            {snippet}
          </pre>
          <p className="text-sm text-muted">{t('hint')}</p>
        </div>
      ) : (
        <Skeleton className="h-24" />
      )}
    </Dialog>
  );
}
