'use client';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { ChevronsUpDown, Globe } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@loctelli/core/web';

const ZoneSearch = lazy(() => import('./zone-search.tsx'));

/** Names the zone that times are meant in; pressed, it becomes a field that finds another one. */
export function ZoneChoice({ zone, name, onChange }: { zone: string; name: string; onChange: (zone: string) => void }) {
  const t = useTranslations('bookings.public.picker');
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open) button.current?.focus();
    wasOpen.current = open;
  }, [open]);
  const shown = (
    <button ref={button} type="button" aria-label={t('zoneIs', { zone: name })} onClick={() => setOpen(true)} className={buttonClass('ghost', 'md', '-ms-2 max-w-full justify-start! px-2! text-muted')}>
      <Globe aria-hidden />
      <bdi className="truncate font-normal">{name}</bdi>
      <ChevronsUpDown aria-hidden className="size-3.5!" />
    </button>
  );
  if (!open) return shown;
  return (
    <Suspense fallback={shown}>
      <ZoneSearch
        zone={zone}
        onDone={(next) => {
          setOpen(false);
          if (next && next !== zone) onChange(next);
        }}
      />
    </Suspense>
  );
}
