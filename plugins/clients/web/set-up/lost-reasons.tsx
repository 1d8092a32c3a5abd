'use client';
import { useState, type FormEvent } from 'react';
import { Archive, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Card, Input, toast, useApiMutation, useInvalidate } from '@loctelli/core/web';
import type { LostReason } from '../../contract.ts';
import { clients } from '../api.ts';
import { useLostReasons } from '../use-set-up.ts';

/** Why clients are lost, as the tenant words it. A reason put away stays with the clients that have it. */
export function LostReasons() {
  const t = useTranslations('clients');
  const reasons = useLostReasons();
  const invalidate = useInvalidate();
  const [label, setLabel] = useState('');
  const keys = { invalidate: [['clients', 'lost-reasons']] };
  const add = useApiMutation((text: string) => clients.createLostReason(text), { ...keys, onSuccess: () => setLabel('') });
  const rename = useApiMutation(({ id, version, label: text }: LostReason) => clients.updateLostReason(id, { version, label: text }), keys);
  const putAway = useApiMutation(({ id, version }: LostReason) => clients.updateLostReason(id, { version, archived: true }), {
    ...keys,
    onSuccess: (gone, reason) => {
      const back = async () => {
        await clients.updateLostReason(reason.id, { version: (gone as LostReason).version, archived: false });
        invalidate(['clients', 'lost-reasons']);
      };
      toast.success(t('pipelines.reasonGone', { label: reason.label }), { undo: { label: t('undo'), run: back } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (label.trim()) add.mutate(label.trim());
  };
  return (
    <Card title={t('pipelines.lostReasons')} description={t('pipelines.lostReasonsText')}>
      <ul className="mb-3 flex flex-col gap-2">
        {reasons.map((reason) => (
          <li key={`${reason.id}-${reason.version}`} className="flex gap-2">
            <Input
              defaultValue={reason.label}
              aria-label={t('pipelines.reason')}
              maxLength={80}
              onBlur={(event) => {
                const text = event.target.value.trim();
                if (text && text !== reason.label) rename.mutate({ ...reason, label: text });
              }}
            />
            <Button variant="ghost" size="icon" onClick={() => putAway.mutate(reason)} aria-label={t('pipelines.putAway', { label: reason.label })}>
              <Archive aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="flex gap-2">
        <Input value={label} onChange={(event) => setLabel(event.target.value)} aria-label={t('pipelines.newReason')} placeholder={t('pipelines.newReason')} maxLength={80} />
        <Button type="submit" busy={add.isPending} disabled={!label.trim()}>
          <Plus aria-hidden />
          {t('pipelines.add')}
        </Button>
      </form>
    </Card>
  );
}
