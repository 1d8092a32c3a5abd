'use client';
import { useState } from 'react';
import { Settings2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, cn, Segmented, useCan, useShortcut } from '@loctelli/core/web';
import type { Strategy } from '../../contract.ts';
import { StrategyHeader } from '../strategy-header.tsx';
import { DetailsDialog } from './details-dialog.tsx';
import { DraftProvider, useWanted } from './draft-context.tsx';
import { FaultSummary } from './fault-summary.tsx';
import { NewerTemplate } from './newer-template.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { Overtaken, SaveState } from './save-state.tsx';
import { ScriptEditor } from './script/script.tsx';
import { TriggerSection } from './settings/triggers.tsx';
import { StopSection, ThrottleSection, WindowSection } from './settings/when.tsx';
import { Steps } from './steps/steps.tsx';
import { useAutosave } from './use-autosave.ts';

/** The draft of a strategy: script beside steps, kept as it is written; on a phone one of the two. */
export function Editor({ strategy }: { strategy: Strategy }) {
  const t = useTranslations('strategies.editor');
  const saving = useAutosave(strategy);
  const [panel, setPanel] = useState<'publish' | 'details' | null>(null);
  const mayPublish = useCan('strategies.publish') !== null && strategy.editable;
  const shown = strategy.publishedVersion === null || strategy.changed || saving.state !== 'saved';
  useShortcut(mayPublish && { keys: 'p', label: t('publish'), run: () => setPanel('publish'), scope: 'page' });
  return (
    <DraftProvider value={saving.store}>
      <StrategyHeader
        strategy={strategy}
        current="editor"
        more={strategy.editable ? [{ id: 'details', label: t('details'), icon: <Settings2 aria-hidden />, onSelect: () => setPanel('details') }] : []}
        actions={
          mayPublish && (
            <Button variant="primary" disabled={!shown} onClick={() => setPanel('publish')}>
              {t('publish')}
            </Button>
          )
        }
      />
      <div className="-mt-1 mb-3 flex flex-wrap items-center justify-between gap-2">
        {strategy.editable ? <SaveState saving={saving} /> : <p className="text-muted">{t('readOnly', { name: strategy.ownerName })}</p>}
      </div>
      <Overtaken saving={saving} />
      {saving.failure && (
        <p role="alert" className="mb-4 rounded-md bg-danger-soft px-3.5 py-2.5 text-danger-text">
          {saving.failure}
        </p>
      )}
      <NewerTemplate strategy={strategy} flush={saving.flush} onTaken={saving.adopt} />
      <FaultSummary />
      <Halves />
      {panel === 'publish' && <PublishDialog strategy={strategy} saving={saving} onClose={() => setPanel(null)} />}
      {panel === 'details' && <DetailsDialog strategy={strategy} flush={saving.flush} onClose={() => setPanel(null)} />}
    </DraftProvider>
  );
}

function Halves() {
  const t = useTranslations('strategies.editor');
  const [half, setHalf] = useState<'script' | 'cadence'>('script');
  useWanted('script', () => setHalf('script'));
  useWanted('cadence', () => setHalf('cadence'));
  const card = (id: typeof half) => cn('min-w-0 rounded-lg border bg-surface px-4 sm:px-5', half !== id && 'max-lg:hidden');
  return (
    <>
      <Segmented
        className="mb-4 lg:hidden"
        label={t('half')}
        value={half}
        onChange={setHalf}
        options={[
          { value: 'script', label: t('halves.script') },
          { value: 'cadence', label: t('halves.cadence') },
        ]}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <section aria-label={t('halves.script')} data-path="script" className={card('script')}>
          <h2 className="-mx-4 border-b px-4 py-3 text-base font-semibold sm:-mx-5 sm:px-5">{t('halves.script')}</h2>
          <div>
            <ScriptEditor />
          </div>
        </section>
        <section aria-label={t('halves.cadence')} data-path="cadence" className={card('cadence')}>
          <h2 className="-mx-4 border-b px-4 py-3 text-base font-semibold sm:-mx-5 sm:px-5">{t('halves.cadence')}</h2>
          <div>
            <Steps />
            <TriggerSection />
            <StopSection />
            <WindowSection />
            <ThrottleSection />
          </div>
        </section>
      </div>
    </>
  );
}
