'use client';
import { useEffect, useState } from 'react';
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Checkbox, Dialog, ErrorState, Field, Link, Skeleton, Spinner, Textarea, toast, useApiMutation, useApiQuery } from '@loctelli/core/web';
import type { Strategy } from '../../contract.ts';
import { strategies } from '../api.ts';
import { Differences } from '../versions/differences.tsx';
import { useFaults } from './draft-context.tsx';
import { FaultSummary } from './fault-summary.tsx';
import type { Autosave } from './use-autosave.ts';

interface Props {
  strategy: Strategy;
  saving: Autosave;
  onClose: () => void;
}

/** Makes the draft what is carried out: with what changed, what the kept scenarios say of it, and a note for later. */
export function PublishDialog({ strategy, saving, onClose }: Props) {
  const t = useTranslations('strategies.editor.publishing');
  const ui = useTranslations('core.ui');
  const [note, setNote] = useState('');
  const [moveLive, setMoveLive] = useState(false);
  // What is typed is kept first: what is looked at here must be what is published.
  const [version, setVersion] = useState<number | null | 'saving'>('saving');
  const { flush } = saving;
  useEffect(() => {
    let current = true;
    void flush().then((kept) => current && setVersion(kept));
    return () => {
      current = false;
    };
    // Once, as it opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const faults = useFaults();
  const ready = typeof version === 'number' && faults.length === 0;
  const publish = useApiMutation(() => strategies.publish(strategy.id, { version: version as number, note: note.trim() || null, moveLive }), {
    onSuccess: (answer) => {
      saving.adopt(answer);
      toast.success(t('done', { number: answer.publishedVersion ?? 1, name: answer.name }));
      onClose();
    },
  });
  const first = strategy.publishedVersion === null;
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title={t('title', { name: strategy.name })}
      description={t(first ? 'firstText' : 'text')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" disabled={!ready} busy={publish.isPending} onClick={() => publish.mutate()}>
            {t('action', { number: (strategy.publishedVersion ?? 0) + 1 })}
          </Button>
        </>
      }
    >
      {version === 'saving' ? (
        <p className="flex items-center gap-2 text-muted">
          <Spinner /> {t('saving')}
        </p>
      ) : (
        <div className="flex flex-col gap-5">
          {faults.length > 0 ? <FaultSummary onPick={onClose} /> : version === null && <p className="text-danger-text">{t('notSaved')}</p>}
          {ready && !first && <Changes strategy={strategy} version={version} />}
          {ready && <Scenarios strategyId={strategy.id} />}
          <Field label={t('note')} optional={t('optional')} hint={t('noteHint')}>
            <Textarea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
          </Field>
          {strategy.results.live > 0 && <Checkbox checked={moveLive} onChange={setMoveLive} label={t('moveLive', { count: strategy.results.live })} hint={t('moveLiveHint')} />}
        </div>
      )}
    </Dialog>
  );
}

function Changes({ strategy, version }: { strategy: Strategy; version: number }) {
  const t = useTranslations('strategies.editor.publishing');
  const from = strategy.publishedVersion!;
  const { data, error, refetch } = useApiQuery(['strategies', 'diff', strategy.id, from, 'draft', version], () => strategies.getDiff(strategy.id, { from, to: 'draft' }));
  const before = useApiQuery(['strategies', 'version', strategy.id, from], () => strategies.getVersion(strategy.id, from));
  if (error && !data) return <ErrorState compact error={error} onRetry={() => void refetch()} />;
  if (!data || !before.data) return <Skeleton className="h-24 rounded-md" />;
  if (data.items.length === 0) return <p className="text-muted">{t('nothing')}</p>;
  return (
    <section>
      <h3 className="mb-2 font-semibold">{t('changes', { count: data.items.length })}</h3>
      <div className="max-h-64 overflow-y-auto rounded-md border">
        <Differences items={data.items} before={before.data.definition} after={strategy.draft} compact />
      </div>
    </section>
  );
}

/** What the kept scenarios say of the draft. One that fails warns, and keeps nobody from publishing. */
function Scenarios({ strategyId }: { strategyId: number }) {
  const t = useTranslations('strategies.editor.publishing');
  const kept = useApiQuery(['strategies', 'simulations', strategyId], () => strategies.getSimulations(strategyId));
  const wanted = (kept.data?.items.length ?? 0) > 0;
  const runs = useApiQuery(['strategies', 'simulation-runs', strategyId], () => strategies.runSimulations(strategyId), { enabled: wanted });
  if (!wanted) return null;
  const failing = runs.data?.items.filter(({ holds }) => !holds) ?? [];
  return (
    <section>
      <h3 className="mb-1 flex items-center gap-2 font-semibold">
        {failing.length > 0 && <TriangleAlert aria-hidden className="size-4 text-warning-text" />}
        {t('scenarios')}
      </h3>
      {!runs.data ? (
        <p className="text-muted">{runs.error ? t('scenariosFailed') : t('scenariosRunning', { count: kept.data!.items.length })}</p>
      ) : (
        <ul>
          {runs.data.items.map(({ id, name, holds }) => (
            <li key={id} className="flex min-h-7 items-center gap-2">
              {holds ? <CircleCheck aria-hidden className="size-4 text-success-text" /> : <CircleX aria-hidden className="size-4 text-danger-text" />}
              <Link href={`/strategies/${strategyId}/simulator?kept=${id}`} className="truncate hover:underline">
                {name}
              </Link>
              <span className="text-sm text-muted">{t(holds ? 'holds' : 'fails')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
