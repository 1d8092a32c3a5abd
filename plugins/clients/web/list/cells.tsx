import { Avatar, cn } from '@loctelli/core/web';
import type { Client } from '../../contract.ts';

export const None = () => <span className="text-subtle">—</span>;

/** One line of text that gives way at the end; `ltr` for what reads left to right in every language. */
export function Text({ value, ltr }: { value: string | null; ltr?: boolean }) {
  if (!value) return <None />;
  return (
    <span className="block truncate" title={value}>
      {ltr ? <bdi dir="ltr">{value}</bdi> : value}
    </span>
  );
}

export function NameCell({ client: { name, email, phone } }: { client: Client }) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={name} size="sm" />
      <span className="min-w-0">
        <span className="block truncate">{name}</span>
        {(email ?? phone) && (
          <span className="block truncate text-xs font-normal text-muted">
            <bdi dir="ltr">{email ?? phone}</bdi>
          </span>
        )}
      </span>
    </span>
  );
}

/** The first tags, and how many more there are. */
export function TagList({ tags, most = 2, className }: { tags: string[]; most?: number; className?: string }) {
  if (tags.length === 0) return <None />;
  return (
    <span className={cn('flex min-w-0 items-center gap-1 font-normal', className)} title={tags.join(', ')}>
      {tags.slice(0, most).map((tag) => (
        <span key={tag} className="truncate rounded-sm bg-sunken px-1.5 text-xs text-muted">
          {tag}
        </span>
      ))}
      {tags.length > most && <span className="text-xs text-subtle tabular-nums">+{tags.length - most}</span>}
    </span>
  );
}
