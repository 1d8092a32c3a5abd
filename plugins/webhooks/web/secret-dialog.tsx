'use client';
import { useTranslations } from 'next-intl';
import { Button, CopyButton, Dialog } from '@loctelli/core/web';

/** A secret that was just made: it is shown now and never again. */
export function SecretDialog({ secret, text, onClose }: { secret: string | null; text: string; onClose: () => void }) {
  const t = useTranslations('webhooks');
  return (
    <Dialog open={secret !== null} onOpenChange={(open) => !open && onClose()} title={t('secret.title')} description={text} footer={<Button variant="primary" onClick={onClose}>{t('secret.done')}</Button>}>
      <div className="flex items-start gap-2">
        <code dir="ltr" data-testid="secret" className="min-w-0 flex-1 rounded-md bg-sunken px-3 py-2 font-mono text-sm break-all">
          {secret}
        </code>
        <CopyButton text={secret ?? ''} label={t('secret.copy')} />
      </div>
    </Dialog>
  );
}
