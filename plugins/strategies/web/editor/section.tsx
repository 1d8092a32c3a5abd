'use client';
import { useId, type ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Badge } from '@loctelli/core/web';
import { useFaultCount } from './draft-context.tsx';
import type { Path } from './draft-store.ts';

interface Props {
  title: string;
  text?: string;
  /** Where its part of the draft is: how many faults that has is told beside the title. */
  path?: Path;
  actions?: ReactNode;
  children: ReactNode;
}

/** A part of the script or of what carries it out. */
export function Section({ title, text, path, actions, children }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id} data-path={path} className="border-t py-5 first:border-t-0 first:pt-4">
      <header className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3 id={id} className="flex items-center gap-2 font-semibold">
            {title}
            {path && <FaultMark path={path} />}
          </h3>
          {text && <p className="mt-0.5 text-sm text-muted">{text}</p>}
        </div>
        {actions}
      </header>
      <div className="flex flex-col gap-4">{children}</div>
    </section>
  );
}

/** How much is wrong at or below a place; nothing where all is well. */
export function FaultMark({ path }: { path: Path }) {
  const t = useTranslations('strategies.editor');
  const count = useFaultCount(path);
  return count > 0 && <Badge tone="danger">{t('faultCount', { count })}</Badge>;
}
