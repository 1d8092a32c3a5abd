'use client';
import { TextCursorInput } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, CopyButton } from '@loctelli/core/web';

export type Insert = ((text: string) => void) | undefined;

/** Words to say, with ways to take them along. */
export function ScriptText({ text, insert }: { text: string; insert: Insert }) {
  const t = useTranslations('strategies.playbook');
  return (
    <div className="flex flex-col gap-1.5">
      <p dir="auto" className="whitespace-pre-line text-fg">
        {text}
      </p>
      <div className="-ms-2 flex flex-wrap items-center gap-1">
        {insert && (
          <Button size="sm" variant="ghost" onClick={() => insert(text)}>
            <TextCursorInput aria-hidden />
            {t('insert')}
          </Button>
        )}
        <CopyButton text={text} label={t('copy')} withLabel size="sm" variant="ghost" />
      </div>
    </div>
  );
}

/** A part of the script under its heading. */
export function Part({ title, aside, children }: { title: string; aside?: React.ReactNode; children: React.ReactNode }) {
  return (
    <section className="flex flex-col gap-2.5 border-t pt-4 first:border-0 first:pt-0">
      <header className="flex items-baseline justify-between gap-2">
        <h3 className="text-sm font-semibold">{title}</h3>
        {aside && <span className="text-xs text-muted">{aside}</span>}
      </header>
      {children}
    </section>
  );
}
