'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Combobox, Dialog, Field, useApiQuery } from '@loctelli/core/web';
import type { Client } from '../contract.ts';
import { clients } from './api.ts';
import { MergeDialog, type MergeDialogProps } from './merge-dialog.tsx';

interface Props extends Omit<MergeDialogProps, 'ids'> {
  client: Client;
}

/** Finds the client to merge this one with, and goes on to the comparison. */
export function MergeWith({ client, open, onOpenChange, onMerged }: Props) {
  const t = useTranslations('clients');
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [comparing, setComparing] = useState<number[] | null>(null);
  const { data, isFetching } = useApiQuery(['clients', 'merge-with', search], () => clients.getClients({ search: search || undefined, limit: 10 }), { enabled: open, keep: true });
  const options = (data?.items ?? [])
    .filter(({ id }) => id !== client.id)
    .map(({ id, name, company, email }) => ({ value: String(id), label: name, hint: company ?? email ?? undefined }));
  return (
    <>
      <Dialog
        size="sm"
        open={open}
        onOpenChange={onOpenChange}
        title={t('page.chooseOther')}
        description={t('page.chooseOtherText')}
        footer={
          <>
            <Button onClick={() => onOpenChange(false)}>{t('form.cancel')}</Button>
            <Button
              variant="primary"
              disabled={chosen === null}
              onClick={() => {
                setComparing([client.id, Number(chosen)]);
                onOpenChange(false);
              }}
            >
              {t('page.compare')}
            </Button>
          </>
        }
      >
        <Field label={t('pages.client')}>
          <Combobox options={options} value={chosen} onChange={setChosen} onSearch={setSearch} loading={isFetching} />
        </Field>
      </Dialog>
      {comparing && <MergeDialog open ids={comparing} onOpenChange={(isOpen) => !isOpen && setComparing(null)} onMerged={onMerged} />}
    </>
  );
}
