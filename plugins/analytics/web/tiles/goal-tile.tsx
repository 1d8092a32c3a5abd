'use client';
import { useTranslations } from 'next-intl';
import { Badge, cn, type Tone } from '@loctelli/core/web';
import type { Goal } from '../../contract.ts';
import { useNumbers } from '../data/use-numbers.ts';
import { OpenNumber } from './open-number.tsx';
import type { Opened } from './types.ts';

export const paceTones: Record<Goal['state'], Tone> = { reached: 'success', onTrack: 'info', behind: 'warning', missed: 'danger' };

/** The rows of a goal's own days. */
export const openedOf = ({ metric, where, fromDay, toDay }: Goal): Opened => ({ metric, where, range: { preset: 'custom', from: fromDay, to: toDay, compare: 'none' } });

/** How a goal stands: the way so far, where an even pace would be now, and where this one leads. */
export function GoalView({ goal, onOpen, compact }: { goal: Goal; onOpen?: (() => void) | undefined; compact?: boolean }) {
  const t = useTranslations('analytics.public.goal');
  const numbers = useNumbers();
  const say = (value: number | null) => numbers.say(value, goal);
  const share = (value: number) => `${Math.min(100, goal.target > 0 ? (100 * value) / goal.target : 100)}%`;
  const text = say(goal.value);
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <p className="tabular-nums">
          <OpenNumber onOpen={onOpen} label={t('open', { name: goal.name, value: text })} className={cn('font-semibold tracking-tight', compact ? 'text-lg' : 'text-2xl')}>
            {text}
          </OpenNumber>{' '}
          <span className="text-muted">{t(goal.direction === 'atLeast' ? 'of' : 'atMost', { target: say(goal.target) })}</span>
        </p>
        <Badge tone={paceTones[goal.state]} dot>
          {t(goal.state)}
        </Badge>
      </div>
      <div role="img" aria-label={t('progress', { name: goal.name, value: text, target: say(goal.target) })} className="relative h-2 rounded-full bg-sunken">
        <span className="absolute inset-y-0 start-0 rounded-full bg-accent transition-[width] duration-200" style={{ width: share(goal.value ?? 0) }} />
        {goal.state !== 'reached' && <span aria-hidden className="absolute -inset-y-1 w-0.5 rounded-full bg-fg/60" style={{ insetInlineStart: share(goal.expected) }} />}
      </div>
      {!compact && (
        <dl className="grid grid-cols-2 gap-x-4 gap-y-1 text-sm">
          <dt className="text-muted">{t('expected')}</dt>
          <dd className="text-end tabular-nums">{say(goal.expected)}</dd>
          {goal.ahead !== null && (
            <>
              <dt className="text-muted">{t(goal.ahead < 0 ? 'short' : 'ahead')}</dt>
              <dd className="text-end tabular-nums">{say(Math.abs(goal.ahead))}</dd>
            </>
          )}
          <dt className="text-muted">{t('projected')}</dt>
          <dd className="text-end tabular-nums">{say(goal.projected)}</dd>
        </dl>
      )}
      <p className="text-sm text-muted">
        {numbers.days(goal.fromDay, goal.toDay)}
        {goal.whereText && ` · ${goal.whereText}`}
      </p>
    </div>
  );
}
