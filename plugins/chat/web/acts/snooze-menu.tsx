'use client';
import { useState, type ReactElement } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, DateTimePicker, Popover, useFormats } from '@loctelli/core/web';
import { snoozeTimes } from './snooze-times.ts';

interface Props {
  trigger: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  onSnooze: (until: string) => void;
}

/** Puts a conversation off: to one of the usual moments, or to any. Every moment names its zone. */
export function SnoozeMenu({ trigger, open, onOpenChange, onSnooze }: Props) {
  const t = useTranslations('chat.snooze');
  return (
    <Popover title={t('title')} showTitle trigger={trigger} open={open} onOpenChange={onOpenChange} align="end" className="w-80 p-2">
      <Times
        onSnooze={(until) => {
          onOpenChange?.(false);
          onSnooze(until);
        }}
      />
    </Popover>
  );
}

function Times({ onSnooze }: { onSnooze: (until: string) => void }) {
  const t = useTranslations('chat.snooze');
  const locale = useLocale();
  const formats = useFormats();
  const [own, setOwn] = useState<string | null>(null);
  const [now] = useState(() => new Date());
  const clock = new Intl.DateTimeFormat(locale, { timeZone: formats.zone, weekday: 'short', day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' });
  const soon = own !== null && Date.parse(own) <= Date.now();
  return (
    <div className="flex flex-col">
      {snoozeTimes(formats.zone, now).map(({ id, until }) => (
        <button key={id} type="button" onClick={() => onSnooze(until.toISOString())} className="flex min-h-8 items-center justify-between gap-4 rounded-md px-2 py-1.5 text-start hover:bg-hover focus-visible:-outline-offset-2">
          <span>{t(id)}</span>
          <span className="text-sm text-muted tabular-nums">{clock.format(until)}</span>
        </button>
      ))}
      <div className="mt-2 border-t px-2 pt-3">
        <p className="mb-1.5 text-sm font-medium">{t('own')}</p>
        <DateTimePicker aria-label={t('own')} value={own} onChange={setOwn} min={new Date().toISOString().slice(0, 10)} />
        {soon && <p className="mt-1.5 text-sm text-danger-text">{t('past')}</p>}
        <Button size="sm" variant="primary" className="mt-2.5 w-full" disabled={!own || soon} onClick={() => own && onSnooze(own)}>
          {t('action')}
        </Button>
      </div>
    </div>
  );
}
