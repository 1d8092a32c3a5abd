'use client';
import { useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from './button-class.ts';

/** The id under which a failure was recorded, ready to be copied into a message to whoever can help. */
export function RequestId({ id }: { id: string }) {
  const t = useTranslations('core');
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard?.writeText(id).then(
      () => setCopied(true),
      () => undefined,
    );
  return (
    <span className="mt-2 flex items-center justify-center gap-1 text-xs">
      {t('ui.requestId')} <code className="font-mono break-all select-all">{id}</code>
      <button type="button" onClick={copy} aria-label={copied ? t('shell.copiedId') : t('shell.copyId')} title={copied ? t('shell.copiedId') : t('shell.copyId')} className={buttonClass('ghost', 'icon-sm')}>
        {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      </button>
    </span>
  );
}
