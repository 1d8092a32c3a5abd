'use client';
import { useTranslations } from 'next-intl';
import { CopyButton, Dialog, ErrorState, Skeleton, useApiQuery } from '@loctelli/core/web';
import { bookings } from '../api.ts';

/** What to put into another website so that people can book from there. */
export function EmbedDialog({ slug, onClose }: { slug?: string; onClose: () => void }) {
  const t = useTranslations('bookings.embed');
  const { data, error, refetch } = useApiQuery(['bookings', 'embed'], () => bookings.getEmbed());
  const snippet = data && (slug ? forType(data.snippet, slug) : data.snippet);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('title')} description={t('text')} footer={snippet && <CopyButton variant="primary" withLabel text={snippet} label={t('copy')} />}>
      {error && !data ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : snippet ? (
        // A code to be copied: it can be scrolled and reached by keyboard.
        <pre tabIndex={0} dir="ltr" aria-label={t('code')} className="overflow-x-auto rounded-md border bg-sunken p-3.5 font-mono text-sm whitespace-pre-wrap break-all">
          {snippet}
        </pre>
      ) : (
        <Skeleton className="h-24" />
      )}
      <p className="mt-3 text-sm text-muted">{t('hint')}</p>
    </Dialog>
  );
}

/** The same snippet for one event type; `data-event-type` is what the script reads. */
const forType = (snippet: string, slug: string) => (snippet.includes('data-event-type') ? snippet.replace(/data-event-type="[^"]*"/, `data-event-type="${slug}"`) : snippet.replace('<script ', `<script data-event-type="${slug}" `));
