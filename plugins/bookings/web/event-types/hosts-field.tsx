'use client';
import { Trash2, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar, Button, Combobox, Field, Link, NumberInput, Select, useApiQuery } from '@loctelli/core/web';
import type { Assignment, HostChoices } from '../../contract.ts';
import { bookings } from '../api.ts';
import { useHosts } from '../use-set-up.ts';
import type { FormHost } from './form-values.ts';

interface Props {
  value: FormHost[];
  assignment: Assignment;
  onChange: (hosts: FormHost[]) => void;
}

/** Who takes the bookings; of those in turn, who is asked first and how often. */
export function HostsField({ value, assignment, onChange }: Props) {
  const t = useTranslations('bookings.hosts');
  const { hosts } = useHosts();
  const left = hosts.filter(({ userId }) => !value.some((host) => host.userId === userId));
  const change = (userId: number, changes: Partial<FormHost>) => onChange(value.map((host) => (host.userId === userId ? { ...host, ...changes } : host)));
  const add = (id: string | null) => {
    if (!id) return;
    const host = { userId: Number(id), scheduleId: null, priority: 0, weight: 1 };
    onChange(assignment === 'single' ? [host] : [...value, host]);
  };
  return (
    <div className="flex flex-col gap-3">
      {value.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border bg-surface">
          {value.map((host) => (
            <HostLine key={host.userId} host={host} known={hosts.find(({ userId }) => userId === host.userId)} turns={assignment === 'round-robin'} onChange={(changes) => change(host.userId, changes)} onRemove={() => onChange(value.filter(({ userId }) => userId !== host.userId))} />
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <Combobox
          key={value.map(({ userId }) => userId).join()}
          aria-label={t(assignment === 'single' && value.length > 0 ? 'replace' : 'add')}
          placeholder={t(assignment === 'single' && value.length > 0 ? 'replace' : 'add')}
          clearable={false}
          value={null}
          onChange={add}
          options={left.map(({ userId, name }) => ({ value: String(userId), label: name, icon: <Avatar name={name} size="sm" /> }))}
        />
      )}
    </div>
  );
}

interface LineProps {
  host: FormHost;
  known: HostChoices['items'][number] | undefined;
  turns: boolean;
  onChange: (changes: Partial<FormHost>) => void;
  onRemove: () => void;
}

const own = 'own';

function HostLine({ host, known, turns, onChange, onRemove }: LineProps) {
  const t = useTranslations('bookings.hosts');
  const name = known?.name ?? t('unknown');
  const { data } = useApiQuery(['bookings', 'schedules', host.userId], () => bookings.getSchedules({ userId: host.userId }));
  const schedules = data?.items ?? [];
  return (
    <li className="flex flex-wrap items-end gap-x-4 gap-y-2 px-4 py-3">
      <span className="flex min-w-40 flex-1 items-center gap-2.5 self-center">
        <Avatar name={name} size="sm" />
        <span className="min-w-0">
          <span className="block truncate font-medium">{name}</span>
          {known && !known.hasSchedule && (
            <Link href={`/bookings/availability?user=${host.userId}`} className="flex items-center gap-1 text-sm text-warning-text hover:underline">
              <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
              {t('noSchedule')}
            </Link>
          )}
        </span>
      </span>
      {schedules.length > 1 && (
        <Field label={t('schedule')} className="w-44">
          <Select
            aria-label={t('scheduleOf', { name })}
            value={host.scheduleId === null ? own : String(host.scheduleId)}
            onChange={(id) => onChange({ scheduleId: id === own ? null : Number(id) })}
            options={[{ value: own, label: t('defaultSchedule') }, ...schedules.filter(({ isDefault }) => !isDefault).map((each) => ({ value: String(each.id), label: each.name }))]}
          />
        </Field>
      )}
      {turns && (
        <>
          <Field label={t('priority')} className="w-24">
            <NumberInput aria-label={t('priorityOf', { name })} decimals={0} min={0} max={10} value={host.priority} onChange={(priority) => onChange({ priority: priority ?? 0 })} />
          </Field>
          <Field label={t('weight')} className="w-24">
            <NumberInput aria-label={t('weightOf', { name })} decimals={0} min={1} max={100} value={host.weight} onChange={(weight) => onChange({ weight: weight ?? 1 })} />
          </Field>
        </>
      )}
      <Button variant="ghost" size="icon" aria-label={t('remove', { name })} onClick={onRemove}>
        <Trash2 aria-hidden />
      </Button>
    </li>
  );
}
