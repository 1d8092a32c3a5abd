'use client';
import { Fragment } from 'react';
import { useTranslations } from 'next-intl';
import { Badge, cn, type Tone } from '@loctelli/core/web';
import type { Definition, Difference } from '../../contract.ts';
import { useDifferenceWords } from './use-difference-words.ts';
import { wordDiff } from './word-diff.ts';

const tones: Record<Difference['kind'], Tone> = { added: 'success', removed: 'danger', changed: 'info', moved: 'neutral' };
interface Props {
  items: readonly Difference[];
  before: Definition;
  after: Definition;
  compact?: boolean;
}

/** Where two definitions differ: each place, with what stood and stands there. */
export function Differences({ items, before, after, compact }: Props) {
  const t = useTranslations('strategies.versions');
  const words = useDifferenceWords(before, after);
  return (
    <ol aria-label={t('differences')} className="divide-y divide-line">
      {items.map((item) => (
        <li key={`${item.path} ${item.kind}`} className={cn('px-4 py-3', compact && 'py-2')}>
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Badge tone={tones[item.kind]}>{t(`kinds.${item.kind}`)}</Badge>
            {words.place(item.path).map((part, index) => (
              <Fragment key={index}>
                {index > 0 && (
                  <span aria-hidden className="text-subtle rtl:-scale-x-100">
                    ›
                  </span>
                )}
                <bdi className="min-w-0 font-medium break-words">{part}</bdi>
              </Fragment>
            ))}
          </p>
          {item.kind === 'moved' ? (
            <p className="mt-1 text-muted">{words.moved(item.before, item.after)}</p>
          ) : (
            <Change kind={item.kind} before={item.kind === 'added' ? null : words.valueOf(item.before, item.path)} after={item.kind === 'removed' ? null : words.valueOf(item.after, item.path)} />
          )}
        </li>
      ))}
    </ol>
  );
}

const gone = 'rounded-sm bg-danger-soft text-danger-text line-through decoration-1';
const come = 'rounded-sm bg-success-soft text-success-text no-underline';

function Change({ kind, ...texts }: { kind: Difference['kind']; before: string | null; after: string | null }) {
  // What was, or became, empty is said by its absence.
  const [before, after] = [texts.before === '—' ? null : texts.before, texts.after === '—' ? null : texts.after];
  const pieces = kind === 'changed' && before !== null && after !== null ? wordDiff(before, after) : null;
  if (pieces)
    return (
      <p dir="auto" className="mt-1.5 break-words whitespace-pre-wrap">
        {pieces.map(({ kind: how, text }, index) => (how === 'same' ? <Fragment key={index}>{text}</Fragment> : how === 'added' ? <ins key={index} className={come}>{text}</ins> : <del key={index} className={gone}>{text}</del>))}
      </p>
    );
  return (
    <div className={cn('mt-1.5 grid gap-2', before !== null && after !== null && 'sm:grid-cols-2')}>
      {before !== null && (
        <del dir="auto" className={cn(gone, 'block px-2 py-1 break-words whitespace-pre-wrap', kind === 'removed' && 'no-underline')}>
          {before}
        </del>
      )}
      {after !== null && (
        <ins dir="auto" className={cn(come, 'block px-2 py-1 break-words whitespace-pre-wrap')}>
          {after}
        </ins>
      )}
    </div>
  );
}
