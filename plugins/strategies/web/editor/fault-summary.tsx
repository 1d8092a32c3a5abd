'use client';
import { useState } from 'react';
import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '@loctelli/core/web';
import { useDraft, useFaults } from './draft-context.tsx';
import type { Path } from './draft-store.ts';
import { useFaultPlace } from './use-fault-place.ts';

const few = 5;

/** What keeps the draft from being published, each with the way to it. */
export function FaultSummary({ onPick }: { onPick?: () => void }) {
  const t = useTranslations('strategies.editor');
  const words = useTranslations('strategies.faults');
  const faults = useFaults();
  const store = useDraft();
  const placeOf = useFaultPlace();
  const [all, setAll] = useState(false);
  if (faults.length === 0) return null;
  const go = (path: Path) => {
    onPick?.();
    store.goTo(path);
    // What holds the place opens first.
    setTimeout(() => lead(path), 80);
  };
  return (
    <section aria-label={t('faultsTitle', { count: faults.length })} className="mb-4 flex gap-2.5 rounded-md bg-warning-soft px-3.5 py-2.5 text-warning-text">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p className="font-medium">{t('faultsTitle', { count: faults.length })}</p>
        <ul className="mt-1">
          {(all ? faults : faults.slice(0, few)).map(({ path, code }) => (
            <li key={`${path} ${code}`}>
              <button type="button" className="min-h-6 text-start underline underline-offset-2" onClick={() => go(path)}>
                {t('fault', { place: placeOf(path), fault: words(code) })}
              </button>
            </li>
          ))}
        </ul>
        {!all && faults.length > few && (
          <Button size="sm" variant="ghost" className="-ms-2.5" onClick={() => setAll(true)}>
            {t('moreFaults', { count: faults.length - few })}
          </Button>
        )}
      </div>
    </section>
  );
}

/** Brings the nearest thing that stands for a place into sight, and into focus where it can be typed into. */
function lead(path: Path): void {
  for (let place = path; place; place = place.includes('.') ? place.slice(0, place.lastIndexOf('.')) : '') {
    const field = document.querySelector<HTMLElement>(`main [name="${place}"]`);
    const found = field ?? document.querySelector<HTMLElement>(`main [data-path="${place}"]`);
    if (!found) continue;
    found.scrollIntoView({ block: 'center' });
    (field ?? found.querySelector<HTMLElement>('input, textarea, button'))?.focus({ preventScroll: true });
    return;
  }
}
