'use client';
import { useEffect, useRef, useState } from 'react';
import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, type ButtonProps } from './button.tsx';

export interface CopyButtonProps extends Omit<ButtonProps, 'onClick' | 'children'> {
  /** What goes to the clipboard. */
  text: string;
  /** Says what is copied, such as "Copy the key". */
  label: string;
  /** Shows the label beside the icon. */
  withLabel?: boolean;
}

/** Copies a text and says that it did. */
export function CopyButton({ text, label, withLabel, variant = 'secondary', size, ...props }: CopyButtonProps) {
  const t = useTranslations('core.kit');
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), 2000);
  };
  const Sign = copied ? Check : Copy;
  return (
    <>
      <Button {...props} variant={variant} size={size ?? (withLabel ? 'md' : 'icon')} aria-label={withLabel ? undefined : label} onClick={() => void copy()}>
        <Sign aria-hidden />
        {withLabel && (copied ? t('copied') : label)}
      </Button>
      <span aria-live="polite" className="sr-only">
        {copied && t('copied')}
      </span>
    </>
  );
}
