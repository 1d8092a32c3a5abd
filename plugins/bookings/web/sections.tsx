'use client';
import { useTranslations } from 'next-intl';
import { cn, Link } from '@loctelli/core/web';

const sections = { calendar: '/bookings', eventTypes: '/bookings/event-types', availability: '/bookings/availability' } as const;
export type Section = keyof typeof sections;

/** The three parts of the plugin, above each of them. */
export function Sections({ current }: { current: Section }) {
  const t = useTranslations('bookings');
  return (
    <nav aria-label={t('pages.calendar')} className="mb-4 flex gap-5 overflow-x-auto border-b">
      {(Object.keys(sections) as Section[]).map((section) => (
        <Link
          key={section}
          href={sections[section]}
          aria-current={section === current ? 'page' : undefined}
          className={cn(
            'flex h-10 shrink-0 items-center border-b-2 px-0.5 font-medium transition-colors duration-150 focus-visible:-outline-offset-2',
            section === current ? 'border-accent text-fg' : 'border-transparent text-muted hover:text-fg',
          )}
        >
          {t(`sections.${section}`)}
        </Link>
      ))}
    </nav>
  );
}
