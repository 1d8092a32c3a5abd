'use client';
import { useTranslations } from 'next-intl';
import { cn, Link } from '@loctelli/core/web';

const places = [
  { id: 'endpoints', href: '/webhooks' },
  { id: 'dead', href: '/webhooks/dead' },
  { id: 'receivers', href: '/webhooks/receivers' },
  { id: 'events', href: '/webhooks/events' },
] as const;
export type Place = (typeof places)[number]['id'];

/** The four lists of this plugin, beside one another. */
export function WebhooksNav({ here }: { here: Place }) {
  const t = useTranslations('webhooks');
  return (
    <nav aria-label={t('pages.endpoints')} className="mb-5 flex gap-5 overflow-x-auto border-b">
      {places.map(({ id, href }) => (
        <Link
          key={id}
          href={href}
          aria-current={id === here ? 'page' : undefined}
          className={cn('flex h-10 shrink-0 items-center border-b-2 px-0.5 font-medium transition-colors duration-150 focus-visible:-outline-offset-2', id === here ? 'border-accent text-fg' : 'border-transparent text-muted hover:text-fg')}
        >
          {t(`nav.${id}`)}
        </Link>
      ))}
    </nav>
  );
}
