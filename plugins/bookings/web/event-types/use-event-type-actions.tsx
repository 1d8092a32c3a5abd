'use client';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { ConfirmDialog, toast, useApiMutation } from '@loctelli/core/web';
import type { EventType } from '../../contract.ts';
import { bookings } from '../api.ts';
import { keys } from '../use-set-up.ts';

/** Switching an event type on and off, and deleting one that nobody has booked. */
export function useEventTypeActions(onDeleted?: () => void): { toggle: (type: EventType) => void; remove: (type: EventType) => void; dialog: ReactNode } {
  const t = useTranslations('bookings.eventTypes');
  const ui = useTranslations('core.ui');
  const [leaving, setLeaving] = useState<EventType | null>(null);
  const switchTo = useApiMutation(({ id, version, active }: { id: number; version: number; active: boolean }) => bookings.updateEventType(id, { version, active }), {
    invalidate: [keys.eventTypes],
    onSuccess: (type) => toast.success(t(type.active ? 'switchedOn' : 'switchedOff', { title: type.title }), { undo: { label: ui('undo'), run: () => toggle(type) } }),
  });
  const toggle = (type: EventType) => switchTo.mutate({ id: type.id, version: type.version, active: !type.active });
  const remove = useApiMutation((id: number) => bookings.deleteEventType(id), {
    invalidate: [keys.eventTypes],
    onSuccess: () => {
      setLeaving(null);
      toast.success(t('deleted'));
      onDeleted?.();
    },
    onFailure: () => setLeaving(null),
  });
  const dialog = leaving && (
    <ConfirmDialog
      open
      danger
      onOpenChange={(open) => !open && setLeaving(null)}
      title={t('deleteTitle', { title: leaving.title })}
      description={t('deleteText')}
      action={t('delete')}
      busy={remove.isPending}
      onConfirm={() => remove.mutate(leaving.id)}
    />
  );
  return { toggle, remove: setLeaving, dialog };
}
