'use client';
import { useTranslations } from 'next-intl';
import { cn, useApiQuery, useFormats } from '@loctelli/core/web';
import type { InboxCounts } from '../../contract.ts';
import { chat } from '../api.ts';
import { useInbox } from './inbox-context.tsx';
import { inboxTabs, type InboxTab } from './use-inbox-address.ts';

const most = 1000;

/** The lists people go through every day, with how many wait in each. */
export function ListTabs() {
  const t = useTranslations('chat.tabs');
  const formats = useFormats();
  const { at, setSelection } = useInbox();
  const { data } = useApiQuery(['chat', 'counts'], () => chat.getCounts());
  return (
    <div role="radiogroup" aria-label={t('label')} className="flex flex-wrap gap-x-0.5 gap-y-1 px-3 pb-2">
      {inboxTabs.map((tab) => {
        const { count, news } = countOf(tab, data);
        const checked = at.tab === tab;
        return (
          <button
            key={tab}
            type="button"
            role="radio"
            aria-checked={checked}
            onClick={() => {
              setSelection(new Set());
              at.set({ tab: tab === 'all' ? undefined : tab, view: undefined });
            }}
            className={cn(
              'flex h-7 shrink-0 items-center gap-1.5 rounded-full px-2.5 text-sm transition-colors duration-150 focus-visible:-outline-offset-2',
              checked ? 'bg-accent-soft font-medium text-on-accent-soft' : 'text-muted hover:bg-hover hover:text-fg',
            )}
          >
            {t(tab)}
            {count > 0 && <span className={cn('text-xs tabular-nums', news && !checked && 'font-semibold text-accent-text')}>{count >= most ? t('many', { count: formats.number(most - 1) }) : formats.number(count)}</span>}
          </button>
        );
      })}
    </div>
  );
}

function countOf(tab: InboxTab, counts: InboxCounts | undefined): { count: number; news: boolean } {
  if (!counts || tab === 'closed') return { count: 0, news: false };
  if (tab === 'mentions') return { count: counts.mentions, news: counts.mentions > 0 };
  if (tab === 'snoozed') return { count: counts.snoozed, news: false };
  return { count: counts[tab].open, news: counts[tab].unread > 0 };
}
