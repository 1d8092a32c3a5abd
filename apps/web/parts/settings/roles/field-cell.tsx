'use client';
import { Download, Eye, EyeOff, PencilLine, PencilOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { FieldVerb } from '@loctelli/core';
import { cn } from '@loctelli/core/web';
import { verbs } from './draft.ts';

interface Props {
  refused: readonly FieldVerb[];
  isChanged: boolean;
  /** Field and role, for who cannot see the row. */
  label: string;
  disabled?: boolean;
  tabIndex?: number;
  onChange: (verb: FieldVerb, isOpen: boolean) => void;
}

const icons = { read: [Eye, EyeOff], write: [PencilLine, PencilOff], export: [Download, Download] } as const;

/** What one role may do with one field: three switches, lit while open. */
export function FieldCell({ refused, isChanged, label, disabled, tabIndex, onChange }: Props) {
  const t = useTranslations('core.access');
  return (
    <span className="relative flex h-8 items-center gap-0.5 px-1.5">
      {verbs.map((verb, index) => {
        const isOpen = !refused.includes(verb) && !refused.includes('read');
        const [Open, Closed] = icons[verb];
        const Icon = isOpen ? Open : Closed;
        return (
          <button
            key={verb}
            type="button"
            data-cell
            tabIndex={index === 0 ? tabIndex : -1}
            disabled={disabled}
            aria-pressed={isOpen}
            aria-label={`${label}: ${t(`verb.${verb}`)}`}
            title={t(isOpen ? `open.${verb}` : `closed.${verb}`)}
            onClick={() => onChange(verb, !isOpen)}
            className={cn(
              'relative grid size-7 place-items-center rounded-md transition-colors duration-120 not-disabled:hover:bg-hover focus-visible:-outline-offset-2 disabled:cursor-default',
              isOpen ? 'text-accent-text' : 'text-subtle',
            )}
          >
            <Icon aria-hidden className="size-4" />
            {!isOpen && verb === 'export' && <span aria-hidden className="absolute h-px w-4.5 -rotate-45 bg-current" />}
          </button>
        );
      })}
      {isChanged && <span aria-hidden className="absolute end-1.5 top-1.5 size-1.5 rounded-full bg-accent" />}
    </span>
  );
}
