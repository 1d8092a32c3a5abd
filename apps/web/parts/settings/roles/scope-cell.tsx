'use client';
import { Check } from 'lucide-react';
import { reaches, type MatrixPermission, type Scope } from '@loctelli/core';
import { cn, Menu } from '@loctelli/core/web';
import type { Labels } from './use-labels.ts';

interface Props {
  permission: MatrixPermission;
  scope: Scope | null;
  /** How far it reached before it was changed here; undefined when it was not. */
  before?: Scope | null;
  labels: Labels;
  label: string;
  disabled?: boolean;
  tabIndex?: number;
  onChange: (scope: Scope | null) => void;
}

/** How far one role has one permission: a word that opens the choice. */
export function ScopeCell({ permission, scope, before, labels, label, disabled, tabIndex, onChange }: Props) {
  const { scopes, yours } = permission;
  const button = (
    <button
      type="button"
      data-cell
      tabIndex={tabIndex}
      disabled={disabled}
      aria-label={`${label}: ${labels.scope(scope, scopes)}`}
      className={cn(
        'relative flex h-8 w-full min-w-20 items-center gap-2 rounded-md px-2.5 text-start transition-colors duration-120',
        'not-disabled:hover:bg-hover data-popup-open:bg-hover focus-visible:-outline-offset-2 disabled:cursor-default',
        scope ? 'text-fg' : 'text-subtle',
      )}
    >
      <Reach scope={scope} single={scopes.length === 1} />
      <span className="truncate">{labels.scope(scope, scopes)}</span>
      {before !== undefined && <span aria-hidden className="absolute end-1.5 top-1.5 size-1.5 rounded-full bg-accent" />}
    </button>
  );
  if (disabled) return button;
  const options: (Scope | null)[] = [null, ...scopes];
  return (
    <Menu
      align="start"
      trigger={button}
      groups={[
        {
          items: options.map((option) => ({
            id: option ?? 'none',
            label: labels.scope(option, scopes),
            icon: <Reach scope={option} single={scopes.length === 1} />,
            checked: option === scope,
            disabled: option !== null && !reaches(yours, option),
            onSelect: () => onChange(option),
          })),
        },
      ]}
    />
  );
}

const filled: Record<Scope, number> = { own: 1, team: 2, all: 3 };

/** Three bars, as many of them full as the scope is wide: read at a glance down a column. */
function Reach({ scope, single }: { scope: Scope | null; single: boolean }) {
  if (single)
    return (
      <span aria-hidden className={cn('grid size-3.5 shrink-0 place-items-center rounded-full', scope ? 'bg-accent text-on-accent' : 'border border-line-strong')}>
        {scope && <Check className="size-2.5!" strokeWidth={3.5} />}
      </span>
    );
  return (
    <span aria-hidden className="flex h-3 w-3.5 shrink-0 items-end gap-0.5">
      {[1, 2, 3].map((bar) => (
        <span key={bar} style={{ height: `${bar * 4}px` }} className={cn('w-[3px] rounded-full', scope && bar <= filled[scope] ? 'bg-accent' : 'bg-line-strong')} />
      ))}
    </span>
  );
}
