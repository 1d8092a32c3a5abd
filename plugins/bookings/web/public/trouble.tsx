'use client';
import { CalendarOff, CalendarX, Link2Off, WifiOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, buttonClass, EmptyState, ErrorState, isProblem, Link } from '@loctelli/core/web';
import { usePaths } from './frame.ts';

const known = {
  'core.plugin-disabled': { key: 'off', icon: CalendarOff },
  'core.forbidden': { key: 'off', icon: CalendarOff },
  'bookings.event-type-not-found': { key: 'unknownType', icon: CalendarX },
  'bookings.link-not-found': { key: 'unknownLink', icon: Link2Off },
  'core.offline': { key: 'offline', icon: WifiOff },
} as const;
const retried = ['offline'];
const leadsToAll = ['unknownType'];

interface TroubleProps {
  /** None while the browser knows that it has no network and has not asked yet. */
  error: unknown;
  onRetry: () => void;
  compact?: boolean;
}

/** What keeps a visitor from booking, and what they can do about it. */
export function Trouble({ error, onRetry, compact }: TroubleProps) {
  const t = useTranslations('bookings.public.trouble');
  const all = useTranslations('core.ui');
  const paths = usePaths();
  const code = error ? (isProblem(error) ? error.code : '') : 'core.offline';
  if (!(code in known)) return <ErrorState compact={compact} error={error} onRetry={onRetry} />;
  const { key, icon: Icon } = known[code as keyof typeof known];
  const action = retried.includes(key) ? (
    <Button onClick={onRetry}>{all('retry')}</Button>
  ) : leadsToAll.includes(key) ? (
    <Link href={paths.all} className={buttonClass()}>
      {t('seeAll')}
    </Link>
  ) : undefined;
  return (
    <div role="alert">
      <EmptyState compact={compact} page={!compact} icon={<Icon />} title={t(`${key}.title`)} action={action}>
        {t(`${key}.text`)}
      </EmptyState>
    </div>
  );
}
