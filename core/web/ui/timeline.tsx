'use client';
import type { ReactNode } from 'react';
import { useFormats } from '../i18n/formats.ts';

export interface TimelineEntry {
  id: string;
  icon?: ReactNode;
  title: ReactNode;
  body?: ReactNode;
  /** ISO 8601. */
  at: string;
  by?: string | null;
}

/** What happened to a record, newest first. */
export function Timeline({ entries, label }: { entries: TimelineEntry[]; label: string }) {
  const formats = useFormats();
  return (
    <ol aria-label={label} className="relative">
      {entries.map((entry) => (
        <li key={entry.id} className="group relative flex gap-3 pb-5 last:pb-0">
          <span aria-hidden className="absolute start-[13px] top-7 bottom-0 w-px bg-line group-last:hidden" />
          <span aria-hidden className="grid size-7 shrink-0 place-items-center rounded-full border bg-surface text-muted [&_svg]:size-3.5">
            {entry.icon ?? <span className="size-1.5 rounded-full bg-current" />}
          </span>
          <div className="min-w-0 flex-1 pt-1">
            <div className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium">{entry.title}</span>
              <span className="text-sm text-muted">
                {entry.by && <>{entry.by} · </>}
                <time dateTime={entry.at} title={formats.dateTime(entry.at)}>
                  {formats.relative(entry.at)}
                </time>
              </span>
            </div>
            {entry.body && <div className="mt-1 text-muted">{entry.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
