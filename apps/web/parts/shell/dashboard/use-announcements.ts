'use client';
import type { Announcements, ScreenReaderInstructions, UniqueIdentifier } from '@dnd-kit/core';
import { useTranslations } from 'next-intl';
import type { Placed } from './arrange.ts';

/** What is spoken while a widget is moved with the keyboard, in the reader's language. */
export function useAnnouncements(shown: Placed[], nameOf: (id: string) => string): { announcements: Announcements; screenReaderInstructions: ScreenReaderInstructions } {
  const t = useTranslations('core.dashboard');
  const at = (id: UniqueIdentifier, over: UniqueIdentifier) => ({ name: nameOf(String(id)), place: shown.findIndex((one) => one.id === over) + 1, count: shown.length });
  return {
    screenReaderInstructions: { draggable: t('dragHelp') },
    announcements: {
      onDragStart: ({ active }) => t('picked', at(active.id, active.id)),
      onDragOver: ({ active, over }) => (over ? t('over', at(active.id, over.id)) : undefined),
      onDragEnd: ({ active, over }) => t('dropped', at(active.id, over?.id ?? active.id)),
      onDragCancel: ({ active }) => t('cancelled', { name: nameOf(String(active.id)) }),
    },
  };
}
