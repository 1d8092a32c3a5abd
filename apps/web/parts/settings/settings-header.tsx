import type { ReactNode } from 'react';

/** Title of a settings page that is a list. */
export function SettingsHeader({ title, text, action }: { title: string; text: string; action?: ReactNode }) {
  return (
    <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
      <div className="min-w-0">
        <h2 className="font-semibold">{title}</h2>
        <p className="max-w-[60ch] text-muted">{text}</p>
      </div>
      {action}
    </div>
  );
}
