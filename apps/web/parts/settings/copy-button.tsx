'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Check, Copy } from 'lucide-react';
import { Button, type ButtonProps } from '@loctelli/core/web';

/** Puts text on the clipboard and says so. */
export function CopyButton({ text, ...props }: { text: string } & ButtonProps) {
  const t = useTranslations('core.security');
  const [copied, setCopied] = useState(false);
  return (
    <Button {...props} onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
      <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
    </Button>
  );
}
