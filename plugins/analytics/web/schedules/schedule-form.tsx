'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'next-intl';
import { Button, Dialog, Field, MultiSelect, Select, toast, useInvalidate, useMe, useProblemText, useUserOptions } from '@loctelli/core/web';
import { frequencies, rangePresets, type Frequency, type RangePreset, type Schedule } from '../../contract.ts';
import { analytics } from '../api.ts';
import { useDashboards } from '../data/use-analytics.ts';

const count = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const usual: Record<Frequency, RangePreset> = { daily: 'yesterday', weekly: 'lastWeek', monthly: 'lastMonth' };

/** When a dashboard is mailed, and to whom. */
export default function ScheduleForm({ dashboardId, schedule, onClose }: { dashboardId: number | null; schedule: Schedule | null; onClose: () => void }) {
  const t = useTranslations('analytics.reports');
  const ranges = useTranslations('analytics.ranges');
  const ui = useTranslations('core.ui');
  const locale = useLocale();
  const me = useMe();
  const describe = useProblemText();
  const invalidate = useInvalidate();
  const dashboards = useDashboards();
  const users = useUserOptions();
  const [draft, setDraft] = useState({
    dashboardId: schedule?.dashboardId ?? dashboardId,
    ...{ frequency: schedule?.frequency ?? ('weekly' as Frequency), weekday: schedule?.weekday ?? 1, monthDay: schedule?.monthDay ?? 1, hour: schedule?.hour ?? 8 },
    preset: schedule?.preset ?? usual.weekly,
    recipientIds: schedule?.recipients.map(({ id }) => id) ?? [me.user.id],
  });
  const [busy, setBusy] = useState(false);
  const set = (changes: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...changes }));
  const weekday = (day: number) => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, day)));
  const hour = (at: number) => new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1, at)));
  const { dashboardId: chosen, ...facts } = draft;
  const complete = chosen !== null && draft.recipientIds.length > 0;
  const save = async () => {
    if (chosen === null) return;
    setBusy(true);
    try {
      await (schedule ? analytics.updateSchedule(schedule.id, { version: schedule.version, ...facts }) : analytics.createSchedule({ dashboardId: chosen, ...facts }));
      invalidate(['analytics', 'schedules']);
      toast.success(t(schedule ? 'saved' : 'created'));
      onClose();
    } catch (error) {
      toast.error(describe(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(schedule ? 'change' : 'new')}
      description={t('about', { zone: me.tenant.zone })}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" busy={busy} disabled={!complete} onClick={() => void save()}>
            {t(schedule ? 'save' : 'create')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {!schedule && (
          <Field label={t('dashboard')}>
            <Select value={chosen === null ? null : String(chosen)} onChange={(id) => set({ dashboardId: Number(id) })} options={(dashboards.data?.items ?? []).map(({ id, name }) => ({ value: String(id), label: name }))} />
          </Field>
        )}
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('frequency')}>
            <Select value={draft.frequency} onChange={(frequency) => set({ frequency, preset: usual[frequency] })} options={frequencies.map((one) => ({ value: one, label: t(`frequencies.${one}`) }))} />
          </Field>
          {draft.frequency === 'weekly' && (
            <Field label={t('weekday')}>
              <Select value={String(draft.weekday)} onChange={(day) => set({ weekday: Number(day) })} options={count(1, 7).map((day) => ({ value: String(day), label: weekday(day) }))} />
            </Field>
          )}
          {draft.frequency === 'monthly' && (
            <Field label={t('monthDay')}>
              <Select value={String(draft.monthDay)} onChange={(day) => set({ monthDay: Number(day) })} options={count(1, 28).map((day) => ({ value: String(day), label: String(day) }))} />
            </Field>
          )}
          <Field label={t('hour')}>
            <Select value={String(draft.hour)} onChange={(at) => set({ hour: Number(at) })} options={count(0, 23).map((at) => ({ value: String(at), label: hour(at) }))} />
          </Field>
          <Field label={t('range')}>
            <Select value={draft.preset} onChange={(preset) => set({ preset })} options={rangePresets.map((one) => ({ value: one, label: ranges(one) }))} />
          </Field>
        </div>
        <Field label={t('recipients')} hint={t('recipientsHint')}>
          <MultiSelect aria-label={t('recipients')} options={users.options} value={draft.recipientIds.map(String)} onChange={(ids) => set({ recipientIds: ids.map(Number) })} />
        </Field>
      </div>
    </Dialog>
  );
}
