'use client';
import { useState } from 'react';
import { MessageCircle, SendHorizontal, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Segmented, useMe } from '@loctelli/core/web';
import { readQuestion } from '../scripts/widget/questions.ts';

interface Props {
  greeting: string;
  offlineText: string;
  askName: string;
  askEmail: string;
  questions: readonly string[];
}

/** The website's chat as visitors will see it, in the tenant's own look, while it is being set. */
export function WidgetPreview({ greeting, offlineText, askName, askEmail, questions }: Props) {
  const t = useTranslations('chat.preview');
  const { tenant } = useMe();
  const [state, setState] = useState<'open' | 'closed'>('open');
  const offline = state === 'closed';
  const asked = [
    (offline || askName !== 'no') && [t('name'), offline || askName === 'required'],
    (offline || askEmail !== 'no') && [t('email'), offline || askEmail === 'required'],
    ...questions.map(readQuestion).map(({ label, required }) => [label, required]),
  ].filter(Boolean) as [string, boolean][];
  return (
    <section aria-label={t('title')}>
      <div className="mb-3 flex items-center justify-between gap-3">
        <h2 className="font-semibold">{t('title')}</h2>
        <Segmented label={t('when')} value={state} onChange={setState} options={[{ value: 'open', label: t('open') }, { value: 'closed', label: t('closed') }]} />
      </div>
      <div aria-hidden inert className="flex flex-col items-end gap-3 rounded-lg border bg-sunken p-5">
        <div className="flex w-full max-w-80 flex-col overflow-hidden rounded-lg border bg-surface shadow-float">
          <div className="flex items-center gap-3 border-b px-4 py-3">
            <span className="grid size-9 place-items-center rounded-md bg-accent-soft font-semibold text-on-accent-soft">{[...tenant.name][0]?.toLocaleUpperCase()}</span>
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold">{tenant.name}</span>
              <span className="block text-sm text-muted">{t(offline ? 'away' : 'here')}</span>
            </span>
            <X className="size-4 text-muted" />
          </div>
          <div className="flex min-h-44 flex-col gap-3 p-4">
            <p dir="auto" className="w-fit max-w-[90%] rounded-lg bg-sunken px-3 py-2 break-words">
              {(offline ? offlineText : greeting) || t(offline ? 'offlineStandard' : 'greetingStandard')}
            </p>
            {asked.map(([label, needed]) => (
              <span key={label} className="flex flex-col gap-1">
                <span dir="auto" className="text-xs font-medium">
                  {label}
                  {needed && ' *'}
                </span>
                <span className="h-8 rounded-md border border-line-strong" />
              </span>
            ))}
          </div>
          <div className="flex items-center gap-2 border-t px-3 py-2.5 text-muted">
            <span className="flex-1">{t('write')}</span>
            <SendHorizontal className="size-4 text-accent-text rtl:-scale-x-100" />
          </div>
        </div>
        <span className="grid size-12 place-items-center rounded-full bg-accent text-on-accent shadow-float">
          <MessageCircle className="size-6" />
        </span>
      </div>
    </section>
  );
}
