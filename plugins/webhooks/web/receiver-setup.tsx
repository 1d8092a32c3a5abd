'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Card, toast, useApiMutation, useApiQuery, useCan, useFormats, useProblemText } from '@loctelli/core/web';
import type { WebhookReceiver } from '../contract.ts';
import { webhooks } from './api.ts';
import { CodeBlock } from './code-block.tsx';
import { isUsable, MappingEditor, pathsIn, type MappingDraft } from './mapping-editor.tsx';
import { RuleFields, type Rules } from './receiver-rules.tsx';

const rulesOf = ({ matchBy, onMatch, source, tags, stageId, ownerId }: WebhookReceiver): Rules => ({ matchBy, onMatch, source, tags, stageId, ownerId });
const draftsOf = ({ mapping }: WebhookReceiver): MappingDraft[] => mapping.map(({ target, paths, fallback }) => ({ target, paths: paths.join(' + '), fallback: fallback ?? '' }));

/** What a payload becomes: the mapping with its preview beside the payload itself, and the rules for clients. */
export function ReceiverSetup({ receiver }: { receiver: WebhookReceiver }) {
  const t = useTranslations('webhooks');
  const formats = useFormats();
  const problemText = useProblemText();
  const mayManage = useCan('webhooks.manage') !== null;
  const [mapping, setMapping] = useState(() => draftsOf(receiver));
  const [rules, setRules] = useState(() => rulesOf(receiver));
  const { data: sample } = useApiQuery(['webhook-receivers', receiver.id, 'sample'], () => webhooks.getSample(receiver.id));
  const changed = JSON.stringify([mapping, rules]) !== JSON.stringify([draftsOf(receiver), rulesOf(receiver)]);
  const save = useApiMutation(
    () => {
      const entries = mapping.map(({ target, paths, fallback }) => ({ target: target as 'name', paths: pathsIn(paths), fallback: fallback.trim() || null }));
      return webhooks.updateReceiver(receiver.id, { version: receiver.version, mapping: entries, ...rules });
    },
    {
      invalidate: [['webhook-receivers']],
      toastErrors: false,
      onSuccess: (saved) => {
        setMapping(draftsOf(saved));
        setRules(rulesOf(saved));
        toast.success(t('receiver.saved'));
      },
    },
  );
  const payload = sample?.receiptId ? sample.payload : null;
  return (
    <div className="grid gap-4 lg:grid-cols-[3fr_2fr]">
      <div className="flex min-w-0 flex-col gap-4">
        <Card title={t('mapping.title')} description={t('mapping.text')}>
          <MappingEditor value={mapping} onChange={setMapping} payload={payload} disabled={!mayManage} />
        </Card>
        <Card title={t('rules.title')}>
          <RuleFields value={rules} onChange={setRules} disabled={!mayManage} />
        </Card>
        {mayManage && (
          <div className="flex flex-wrap items-center justify-end gap-3">
            {save.error && <p role="alert" className="text-danger-text">{problemText(save.error)}</p>}
            <Button variant="primary" disabled={!changed || !mapping.every(isUsable)} busy={save.isPending} onClick={() => save.mutate()}>
              {t('endpoint.save')}
            </Button>
          </div>
        )}
      </div>
      <Card title={t('mapping.sample')} description={sample?.at ? formats.dateTime(sample.at) : undefined} className="self-start">
        {payload ? <CodeBlock label={t('mapping.sample')} text={JSON.stringify(payload)} className="max-h-[32rem]" /> : <p className="text-muted">{t('mapping.waiting')}</p>}
      </Card>
    </div>
  );
}
