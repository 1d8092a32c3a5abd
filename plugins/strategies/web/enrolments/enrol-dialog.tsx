'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import type { Page, SavedView } from '@loctelli/core';
import { Button, coreApi, Dialog, Field, http, Segmented, Select, useApiQuery, useCan, useFormats, UserSelect } from '@loctelli/core/web';
import type { Client } from '../../../clients/contract.ts';
import type { EnrolManyInput, StrategySummary } from '../../contract.ts';
import { useStrategyChoices } from '../use-strategies.ts';
import { ClientPicker, type PickedClient } from './client-picker.tsx';
import { useEnrol } from './use-enrol.ts';

export type EnrolTarget = EnrolManyInput['target'];
interface Props {
  /** The strategy, where it is known already. */
  strategy?: Pick<StrategySummary, 'id' | 'name' | 'status' | 'publishedVersion'>;
  /** Whom, where they are chosen already, and how many they are in words. */
  target?: { target: EnrolTarget; count: number; number: string };
  client?: PickedClient;
  onClose: () => void;
  onDone?: () => void;
}

/** Enrols clients: some by name, all of a saved view, or those that were chosen before. */
export function EnrolDialog({ strategy, target, client, onClose, onDone }: Props) {
  const t = useTranslations('strategies.enrolments');
  const ui = useTranslations('core.ui');
  const formats = useFormats();
  const all = useStrategyChoices(strategy === undefined);
  const running = (all ?? []).filter(({ status, stepCount }) => status === 'active' && stepCount > 0);
  const [strategyId, setStrategyId] = useState<number | null>(strategy?.id ?? null);
  const [way, setWay] = useState<'clients' | 'view'>('clients');
  const [clients, setClients] = useState<PickedClient[]>(client ? [client] : []);
  const [viewId, setViewId] = useState<string | null>(null);
  const [ownerId, setOwnerId] = useState<number | null>(null);
  const forOthers = useCan('strategies.enrol') !== 'own';
  const { one, many } = useEnrol(() => {
    onClose();
    onDone?.();
  });
  const view = useViewTarget(way === 'view' && !target ? viewId : null);
  const chosen = strategyId ?? (running.length === 1 ? running[0]!.id : null);
  const count = target ? target.count : way === 'view' ? (view.count ?? 0) : clients.length;
  const number = target?.number ?? (way === 'view' ? view.number : formats.number(count));
  const owner = ownerId === null ? {} : { ownerId };
  const stopped = strategy && (strategy.status !== 'active' || strategy.publishedVersion === null);
  const enrol = () => {
    if (chosen === null) return;
    if (!target && way === 'clients' && clients.length === 1) return one.mutate({ strategyId: chosen, clientId: clients[0]!.id, ...owner });
    const whom: EnrolTarget | null = target?.target ?? (way === 'view' ? view.target : { ids: clients.map(({ id }) => id) });
    if (whom) many.mutate({ strategyId: chosen, target: whom, ...owner });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={strategy ? t('enrolIn', { name: strategy.name }) : t('enrol')}
      description={t('enrolText')}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button variant="primary" disabled={chosen === null || count === 0 || Boolean(stopped)} busy={one.isPending || many.isPending} onClick={enrol}>
            {count > 0 ? t('enrolCount', { count, number }) : t('enrolAction')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {stopped && (
          <p role="alert" className="rounded-md bg-warning-soft px-3.5 py-2.5 text-warning-text">
            {t(strategy.publishedVersion === null ? 'notPublished' : 'notRunning')}
          </p>
        )}
        {!strategy && (
          <Field label={t('strategy')} hint={all && running.length === 0 ? t('noneRunning') : undefined}>
            <Select
              placeholder={t('chooseStrategy')}
              value={chosen === null ? null : String(chosen)}
              onChange={(id) => setStrategyId(Number(id))}
              options={running.map(({ id, name, stepCount }) => ({ value: String(id), label: name, hint: t('stepCount', { count: stepCount }) }))}
            />
          </Field>
        )}
        {!target && !client && (
          <>
            <Segmented
              label={t('whom')}
              value={way}
              onChange={setWay}
              options={[
                { value: 'clients', label: t('byName') },
                { value: 'view', label: t('byView') },
              ]}
            />
            {way === 'clients' ? (
              <Field label={t('clients')}>
                <ClientPicker value={clients} onChange={setClients} />
              </Field>
            ) : (
              <Field label={t('view')} hint={view.count === null ? (view.views.length === 0 ? t('noViews') : undefined) : t('inView', { count: view.count, number: view.number })}>
                <Select placeholder={t('chooseView')} value={viewId} onChange={setViewId} options={view.views.map(({ id, name }) => ({ value: String(id), label: name }))} />
              </Field>
            )}
          </>
        )}
        {forOthers && (
          <Field label={t('inNameOf')} hint={t('inNameOfHint')} optional={t('optional')}>
            <UserSelect aria-label={t('inNameOf')} placeholder={t('ownerOfClient')} value={ownerId} onChange={setOwnerId} />
          </Field>
        )}
      </div>
    </Dialog>
  );
}

const textOf = (query: SavedView['query'], key: string) => (typeof query[key] === 'string' && query[key] ? { [key]: query[key] } : {});

/** The saved views of clients, and what the chosen one stands for. */
function useViewTarget(viewId: string | null) {
  const formats = useFormats();
  const views = useApiQuery(['views', 'clients'], () => coreApi.views.getViews('clients')).data?.items ?? [];
  const view = views.find(({ id }) => String(id) === viewId);
  const filter = view && { ...textOf(view.query, 'search'), ...textOf(view.query, 'where'), ...textOf(view.query, 'tag') };
  const found = useApiQuery(['clients', 'count', filter], () => http.get<Page<Client>>('/clients', { query: { ...filter, limit: 1 } }), { enabled: filter !== undefined });
  const total = found.data?.total;
  return {
    views,
    count: total?.count ?? null,
    number: total ? `${formats.number(total.count)}${total.exact ? '' : '+'}` : '',
    target: filter ? ({ filter } as EnrolTarget) : null,
  };
}
