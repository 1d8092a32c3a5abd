'use client';
import { useTranslations } from 'next-intl';
import { cn, CopyButton } from '@loctelli/core/web';

/** A text of a machine, as it is; JSON indented. Read from left to right in every language. */
export function CodeBlock({ text, label, className }: { text: string; label: string; className?: string }) {
  const t = useTranslations('webhooks');
  return (
    <div className="relative min-w-0">
      <pre dir="ltr" tabIndex={0} role="region" aria-label={label} className={cn('max-h-80 overflow-auto rounded-md bg-sunken p-3 pe-12 font-mono text-xs leading-5 whitespace-pre-wrap break-words', className)}>
        {pretty(text) || '—'}
      </pre>
      {text && <CopyButton text={text} label={t('copy', { what: label })} variant="ghost" size="icon-sm" className="absolute end-1.5 top-1.5" />}
    </div>
  );
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
