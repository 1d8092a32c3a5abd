'use client';
import { Plus, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Input, Select } from '@loctelli/core/web';
import { applyMapping, parsePath, pathsOf, pathText } from '../contract.ts';
import { useTargets } from './use-targets.ts';

/** A line as it is edited; paths in one text, `+` between them. */
export interface MappingDraft {
  target: string;
  paths: string;
  fallback: string;
}

interface Props {
  value: MappingDraft[];
  onChange: (value: MappingDraft[]) => void;
  /** What came in last, for the preview and to choose paths from. */
  payload: unknown;
  disabled?: boolean;
}

export const pathsIn = (text: string) => text.split(/\s+\+\s+/).map((each) => each.trim()).filter(Boolean);
export const isUsable = ({ paths }: MappingDraft) => pathsIn(paths).length > 0 && pathsIn(paths).every((each) => parsePath(each) !== null);

/** Which part of a payload goes into which field, with what it makes of the newest payload beside each line. */
export function MappingEditor({ value, onChange, payload, disabled }: Props) {
  const t = useTranslations('webhooks.mapping');
  const targets = useTargets();
  const known = pathsOf(payload).map(pathText);
  const preview = applyMapping(value.filter(isUsable).map(({ target, paths, fallback }) => ({ target, paths: pathsIn(paths), fallback: fallback || null })), payload);
  const change = (index: number, next: Partial<MappingDraft>) => onChange(value.map((each, at) => (at === index ? { ...each, ...next } : each)));
  const free = targets.filter((target) => !value.some((each) => each.target === target.value));
  const used = new Set(value.flatMap(({ paths }) => pathsIn(paths)));
  return (
    <div className="flex flex-col gap-3">
      <datalist id="webhook-paths">{known.map((path) => <option key={path} value={path} />)}</datalist>
      {value.map((line, index) => {
        const label = targets.find((target) => target.value === line.target)?.label ?? line.target;
        const made = preview[line.target];
        const wrong = line.paths.trim() !== '' && !isUsable(line);
        return (
          <div key={line.target} role="group" aria-label={label} className="grid grid-cols-[1fr_auto] gap-2 rounded-md border p-3 sm:grid-cols-[10rem_minmax(0,1fr)_auto]">
            <Select
              aria-label={t('target')}
              disabled={disabled}
              value={line.target}
              onChange={(target) => change(index, { target })}
              options={[{ value: line.target, label }, ...free]}
              className="col-span-2 sm:col-span-1"
            />
            <Input dir="ltr" list="webhook-paths" aria-label={t('pathOf', { field: label })} aria-invalid={wrong || undefined} placeholder={t('pathSample')} disabled={disabled} value={line.paths} onChange={(event) => change(index, { paths: event.target.value })} className="col-span-2" />
            <Input aria-label={t('fallbackOf', { field: label })} placeholder={t('fallback')} disabled={disabled} value={line.fallback} onChange={(event) => change(index, { fallback: event.target.value })} className="sm:col-start-2" />
            <Button variant="ghost" size="icon" disabled={disabled} aria-label={t('remove', { field: label })} onClick={() => onChange(value.filter((_each, at) => at !== index))}>
              <Trash2 aria-hidden />
            </Button>
            <p className="col-span-full text-sm" aria-live="polite">
              {wrong ? (
                <span className="text-danger-text">{t('wrongPath')}</span>
              ) : made === undefined ? (
                <span className="text-subtle">{payload ? t('nothing') : t('noSample')}</span>
              ) : (
                <span className="text-muted">
                  {t('becomes')} <bdi className="font-medium text-fg">{Array.isArray(made) ? made.join(', ') : String(made)}</bdi>
                </span>
              )}
            </p>
          </div>
        );
      })}
      {free.length > 0 && !disabled && (
        <Button className="self-start" onClick={() => onChange([...value, { target: free[0]!.value, paths: guess(free[0]!.value, known, used), fallback: '' }])}>
          <Plus aria-hidden />
          {t('add')}
        </Button>
      )}
    </div>
  );
}

/** The path whose last name is that of the field, if there is one that is not used yet. */
function guess(target: string, known: string[], used: ReadonlySet<string>): string {
  const name = target.replace('custom:', '').toLowerCase();
  const near = known.filter((path) => !used.has(path));
  return near.find((path) => path.toLowerCase().endsWith(name)) ?? near.find((path) => path.toLowerCase().includes(name)) ?? '';
}
