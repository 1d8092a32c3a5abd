'use client';
import { useState, type ReactNode } from 'react';
import { useTranslations } from 'next-intl';
import { Button, Dialog, Field, Select, toast, useApiMutation, useInvalidate } from '@loctelli/core/web';
import type { Client, ClientUpdate } from '../contract.ts';
import { clients } from './api.ts';
import { useLostReasons, usePipelines } from './use-set-up.ts';

type Movable = Pick<Client, 'id' | 'name' | 'version' | 'stageId' | 'lostReasonId'>;
export interface Move {
  client: Movable;
  stageId: number;
  lostReasonId?: number;
}

/**
 * Moves a client to another stage, asking first why when that stage is a lost one, and offers to take it back.
 * @param options.onStart called as soon as the move is decided, before the server answers
 * @returns `move`, and `dialog` to be drawn somewhere on the page
 */
export function useMoveClient({ onStart, onEnd }: { onStart?: (move: Move) => void; onEnd?: () => void } = {}): {
  move: (client: Movable, stageId: number) => void;
  dialog: ReactNode;
} {
  const t = useTranslations('clients');
  const { stages } = usePipelines();
  const reasons = useLostReasons();
  const invalidate = useInvalidate();
  const [asking, setAsking] = useState<Move | null>(null);
  const refresh = () => {
    invalidate(['clients'], ['client']);
    onEnd?.();
  };
  const update = useApiMutation(
    ({ client: { id, version }, ...change }: Move) => clients.updateClient(id, { version, ...change } as ClientUpdate),
    {
      onSuccess: (moved, { client, stageId }) => {
        const back = async () => {
          await clients.updateClient(client.id, {
            version: (moved as Client).version,
            stageId: client.stageId,
            ...(client.lostReasonId !== null && { lostReasonId: client.lostReasonId }),
          });
          refresh();
        };
        toast.success(t('pipeline.moved', { name: client.name, stage: stages.get(stageId)?.name ?? '' }), { undo: { label: t('undo'), run: back } });
        refresh();
      },
      onFailure: refresh,
    },
  );
  const send = (wanted: Move) => {
    onStart?.(wanted);
    update.mutate(wanted);
  };
  const move = (client: Movable, stageId: number) => {
    if (client.stageId === stageId) return;
    const wanted = { client, stageId };
    if (stages.get(stageId)?.kind === 'lost' && reasons.length > 0) setAsking(wanted);
    else send(wanted);
  };
  const answer = (lostReasonId: number) => {
    send({ ...asking!, lostReasonId });
    setAsking(null);
  };
  return { move, dialog: <LostReasonDialog key={asking?.client.id} client={asking?.client} onAnswer={answer} onClose={() => setAsking(null)} /> };
}

/** Asks why a client was lost. Closing it leaves the client where it was. */
export function LostReasonDialog({ client, onAnswer, onClose }: { client: { name: string } | undefined; onAnswer: (reasonId: number) => void; onClose: () => void }) {
  const t = useTranslations('clients');
  const reasons = useLostReasons();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Dialog
      size="sm"
      open={client !== undefined}
      onOpenChange={(open) => !open && onClose()}
      title={t('pipeline.whyLost', { name: client?.name ?? '' })}
      footer={
        <>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button variant="primary" disabled={chosen === null} onClick={() => onAnswer(Number(chosen))}>
            {t('pipeline.markLost')}
          </Button>
        </>
      }
    >
      <Field label={t('fields.lostReasonId')}>
        <Select
          value={chosen}
          onChange={setChosen}
          placeholder={t('pipeline.chooseReason')}
          options={reasons.map(({ id, label }) => ({ value: String(id), label }))}
        />
      </Field>
    </Dialog>
  );
}
