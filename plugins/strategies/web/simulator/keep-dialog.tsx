'use client';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { line } from '@loctelli/core';
import { Button, Dialog, Form, FormField, FormSummary, SubmitButton, toast } from '@loctelli/core/web';
import type { Scenario, Simulation } from '../../contract.ts';
import { strategies } from '../api.ts';

const rules = z.object({ name: line(120) });
interface Props {
  strategyId: number;
  scenario: Scenario;
  onKept: (simulation: Simulation) => void;
  onClose: () => void;
}

/** Keeps a scenario with the strategy: all of them run before it is published. */
export function KeepDialog({ strategyId, scenario, onKept, onClose }: Props) {
  const t = useTranslations('strategies.simulator');
  const ui = useTranslations('core.ui');
  const keep = async ({ name }: { name: string }) => {
    const kept = await strategies.createSimulation(strategyId, { name, scenario });
    toast.success(t('kept', { name: kept.name }));
    onKept(kept);
    onClose();
  };
  return (
    <Dialog open size="sm" onOpenChange={(open) => !open && onClose()} title={t('keep')} description={t('keepText')}>
      <Form<{ name: string }> schema={rules as never} defaults={{ name: '' }} onSubmit={keep}>
        <FormSummary />
        <FormField name="name" label={t('scenarioName')} placeholder={t('scenarioPlaceholder')} autoFocus />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <SubmitButton>{t('keep')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
