'use client';
import { useId } from 'react';
import { useTranslations } from 'next-intl';
import { cn, useFormats } from '@loctelli/core/web';
import type { Client, MergePreview } from '../contract.ts';
import { useFactText } from './use-fact-text.ts';

interface Props {
  preview: MergePreview;
  /** Clients in the order of their columns, which does not change with the choice of the survivor. */
  order: number[];
  survivorId: number;
  onSurvivor: (id: number) => void;
  onChoose: (field: string, clientId: number) => void;
}

/** A column per client, a row per field that differs; on a phone, a card per field. What comes out stands at the end. */
export function MergeTable({ preview, order, survivorId, onSurvivor, onChoose }: Props) {
  const t = useTranslations('clients');
  const formats = useFormats();
  const group = useId();
  const { label, text } = useFactText();
  const all = order.flatMap((id) => preview.clients.find((client) => client.id === id) ?? []);
  const { result, differences } = preview;
  const valueOf = (client: Client, field: string, value: unknown) => text(field, value, client.currency) || t('merge.nothing');
  const columns = { gridTemplateColumns: `minmax(6rem, 9rem) repeat(${all.length}, minmax(9rem, 1fr))` };
  return (
    <div className="grid gap-5">
      <div className="overflow-x-auto rounded-md border">
        <fieldset className="grid items-stretch gap-2 border-b bg-sunken p-2 max-sm:!grid-cols-1" style={columns}>
          <legend className="sr-only">{t('merge.keep')}</legend>
          <span className="self-center px-2 text-sm font-medium text-muted">{t('merge.keep')}</span>
          {all.map((client) => (
            <Choice key={client.id} name={`${group}-survivor`} checked={client.id === survivorId} onChoose={() => onSurvivor(client.id)}>
              <span className="block truncate font-medium">{client.name}</span>
              <span className="block text-xs text-muted">{t('merge.since', { date: formats.date(client.createdAt) })}</span>
            </Choice>
          ))}
        </fieldset>
        {differences.map(({ field, from, values }) => (
          <fieldset key={field} className="grid items-stretch gap-2 border-b p-2 last:border-b-0 max-sm:!grid-cols-1" style={columns}>
            <legend className="sr-only">{label(field)}</legend>
            <span className="self-center px-2 text-sm text-muted">{label(field)}</span>
            {all.map((client) => {
              const value = values.find(({ clientId }) => clientId === client.id)?.value;
              return (
                <Choice key={client.id} name={`${group}-${field}`} checked={from === client.id} onChoose={() => onChoose(field, client.id)}>
                  <bdi className={cn('break-words', (value === null || value === undefined) && 'text-subtle')}>{valueOf(client, field, value)}</bdi>
                </Choice>
              );
            })}
          </fieldset>
        ))}
        {differences.length === 0 && <p className="p-4 text-muted">{t('merge.same')}</p>}
      </div>
      <section aria-live="polite" className="rounded-md bg-accent-soft p-4 text-on-accent-soft">
        <h3 className="text-sm font-medium">{t('merge.result')}</h3>
        <p className="mt-1 text-lg font-semibold">{result.name}</p>
        <p className="text-sm">{formats.list([result.email, result.phone, result.company].filter((fact): fact is string => Boolean(fact)))}</p>
        {result.tags.length > 0 && <p className="mt-1 text-sm">{formats.list(result.tags)}</p>}
        <p className="mt-2 text-sm">
          {t('merge.moves', { notes: preview.moves.notes ?? 0, tasks: preview.moves.tasks ?? 0, files: preview.moves.files ?? 0 })}
        </p>
      </section>
    </div>
  );
}

function Choice({ name, checked, onChoose, children }: { name: string; checked: boolean; onChoose: () => void; children: React.ReactNode }) {
  return (
    <label
      className={cn(
        'flex min-w-0 cursor-pointer items-start gap-2.5 rounded-md border px-2.5 py-2 transition-colors duration-150 focus-within:outline-2 focus-within:outline-offset-1 focus-within:outline-accent',
        checked ? 'border-accent bg-surface' : 'border-transparent hover:bg-hover',
      )}
    >
      <input type="radio" name={name} checked={checked} onChange={onChoose} className="mt-1 size-4 shrink-0 accent-accent" />
      <span className="min-w-0 flex-1">{children}</span>
    </label>
  );
}
