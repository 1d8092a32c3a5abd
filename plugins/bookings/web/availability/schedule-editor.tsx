'use client';
import { useEffect, useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Card, Checkbox, Field, Input, isProblem, toast, useInvalidate, useProblemText, useShortcut } from '@loctelli/core/web';
import type { Schedule } from '../../contract.ts';
import { bookings } from '../api.ts';
import { useTimes } from '../use-times.ts';
import { draftOf, isSound, sameDraft, type Draft } from './draft.ts';
import { Holidays } from './holidays.tsx';
import { Overrides } from './overrides.tsx';
import { Preview } from './preview.tsx';
import { Travels } from './travels.tsx';
import { Weekly } from './weekly.tsx';
import { ZoneSelect } from './zone-select.tsx';

/** One schedule: its hours on the left, what they come to on the right. */
export function ScheduleEditor({ schedule, disabled }: { schedule: Schedule; disabled: boolean }) {
  const t = useTranslations('bookings.schedule');
  const words = useTranslations('bookings.words');
  const times = useTimes();
  const describe = useProblemText();
  const invalidate = useInvalidate();
  const [saved, setSaved] = useState(schedule);
  const [draft, setDraft] = useState<Draft>(() => draftOf(schedule));
  const [theirs, setTheirs] = useState<Schedule | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (changes: Partial<Draft>) => setDraft((now) => ({ ...now, ...changes }));
  const dirty = !sameDraft(draft, draftOf(saved));

  useEffect(() => {
    if (schedule.version <= saved.version) return;
    // Changed in what is not edited here, or while nobody was editing: there is nothing to lose.
    if (!dirty || sameDraft(draftOf(schedule), draftOf(saved))) setSaved(schedule);
    if (!dirty) setDraft(draftOf(schedule));
  }, [schedule, saved, dirty]);

  const save = async (version = saved.version) => {
    if (!isSound(draft)) return;
    setBusy(true);
    try {
      const changed = await bookings.updateSchedule(schedule.id, { version, ...draft, name: draft.name.trim() });
      setSaved(changed);
      setDraft(draftOf(changed));
      setTheirs(null);
      invalidate(['bookings', 'schedules'], ['bookings', 'slots'], ['bookings', 'hosts']);
      toast.success(t('saved'));
    } catch (error) {
      if (isProblem(error, 'core.version-conflict')) setTheirs(await bookings.getSchedule(schedule.id));
      else toast.error(describe(error));
    } finally {
      setBusy(false);
    }
  };
  useShortcut(dirty && { keys: 'mod+s', label: t('save'), run: () => void save(), anywhere: true, scope: 'page' });
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-6 gap-y-5 xl:grid-cols-[minmax(0,72ch)_minmax(20rem,24rem)]">
      <div className="flex min-w-0 flex-col gap-5">
        <Card>
          <div className="grid gap-4 sm:grid-cols-2">
            <Field label={t('name')} error={draft.name.trim() ? undefined : t('nameNeeded')}>
              <Input value={draft.name} maxLength={80} disabled={disabled} onChange={(event) => change({ name: event.target.value })} />
            </Field>
            <Field label={words('zone')} hint={draft.zone === times.zone ? undefined : t('otherZone', { zone: times.zoneName() })}>
              <ZoneSelect label={words('zone')} value={draft.zone} disabled={disabled} onChange={(zone) => change({ zone })} />
            </Field>
          </div>
        </Card>
        <Weekly value={draft.weekly} disabled={disabled} onChange={(weekly) => change({ weekly })} />
        <Overrides value={draft.overrides} disabled={disabled} onChange={(overrides) => change({ overrides })} />
        <Travels value={draft.travels} zone={draft.zone} disabled={disabled} onChange={(travels) => change({ travels })} />
        {theirs && (
          <div role="alert" className="rounded-md bg-warning-soft px-3.5 py-2.5 text-warning-text">
            <p>{t('overtaken')}</p>
            <div className="mt-2 flex flex-wrap gap-2">
              <Button size="sm" onClick={() => void save(theirs.version)}>{t('keepMine')}</Button>
              <Button
                size="sm"
                onClick={() => {
                  setSaved(theirs);
                  setDraft(draftOf(theirs));
                  setTheirs(null);
                }}
              >
                {t('takeTheirs')}
              </Button>
            </div>
          </div>
        )}
        {dirty && (
          <div className="sticky bottom-0 z-5 -mx-4 flex flex-wrap items-center justify-end gap-2 border-t bg-canvas px-4 py-3">
            <span className="me-auto text-muted">{t('unsaved')}</span>
            <Button onClick={() => setDraft(draftOf(saved))}>{t('discard')}</Button>
            <Button variant="primary" busy={busy} disabled={!isSound(draft)} onClick={() => void save()}>
              {t('save')}
            </Button>
          </div>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-5 xl:sticky xl:top-6">
        <Preview draft={draft} />
        <Card>
          <Checkbox checked={draft.observesHolidays} disabled={disabled} onChange={(observesHolidays) => change({ observesHolidays })} label={t('observes')} hint={t('observesHint')} />
        </Card>
        <Holidays />
      </div>
    </div>
  );
}
