'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Dialog, Field, Select } from '@loctelli/core/web';

interface Props {
  /** The stage that goes; none closes the dialog. */
  stage: string | undefined;
  /** Where its clients may go. */
  others: { id: number; name: string }[];
  onMove: (toStageId: number) => void;
  onClose: () => void;
}

/** Asks where the clients of a stage go that is about to be taken away. */
export function MoveStageDialog({ stage, others, onMove, onClose }: Props) {
  const t = useTranslations('clients');
  const [target, setTarget] = useState<string | null>(null);
  return (
    <Dialog
      size="sm"
      open={stage !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={t('pipelines.removeTitle', { stage: stage ?? '' })}
      description={t('pipelines.removeText')}
      footer={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button variant="primary" disabled={target === null} onClick={() => onMove(Number(target))}>
            {t('pipelines.removeAction')}
          </Button>
        </>
      }
    >
      <Field label={t('pipelines.moveTo')}>
        <Select value={target} onChange={setTarget} placeholder={t('pipelines.chooseStage')} options={others.map(({ id, name }) => ({ value: String(id), label: name }))} />
      </Field>
    </Dialog>
  );
}
