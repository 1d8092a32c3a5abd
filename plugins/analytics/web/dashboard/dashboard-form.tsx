'use client';
import { useTranslations } from 'next-intl';
import { Button, coreApi, Dialog, Form, FormField, FormSummary, Select, SubmitButton, useApiQuery, useCan, useFormValues } from '@loctelli/core/web';
import type { Dashboard, DashboardVisibility } from '../../contract.ts';

export interface DashboardFacts {
  name: string;
  visibility: DashboardVisibility;
  roleKey: string | null;
}

/** What a dashboard is called and whose it is. */
export function DashboardForm({ open, onOpenChange, dashboard, onSave }: { open: boolean; onOpenChange: (open: boolean) => void; dashboard?: Dashboard | null; onSave: (facts: DashboardFacts) => Promise<unknown> }) {
  const t = useTranslations('analytics.dashboard');
  const ui = useTranslations('core.ui');
  const submit = async (facts: DashboardFacts) => {
    await onSave({ ...facts, roleKey: facts.visibility === 'role' ? (facts.roleKey ?? null) : null });
    onOpenChange(false);
  };
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t(dashboard ? 'settings' : 'new')} size="sm">
      <Form<DashboardFacts> defaults={{ name: dashboard?.name ?? '', visibility: dashboard?.visibility ?? 'private', roleKey: dashboard?.roleKey ?? null }} onSubmit={submit}>
        <FormField name="name" label={t('name')} autoFocus autoComplete="off" />
        <Visibility />
        <FormSummary />
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{ui('cancel')}</Button>
          <SubmitButton>{t(dashboard ? 'saveSettings' : 'create')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}

function Visibility() {
  const t = useTranslations('analytics.dashboard');
  const mayShare = useCan('analytics.share') !== null;
  const [visibility] = useFormValues(['visibility']);
  const roles = useApiQuery(['core', 'roles', 'names'], () => coreApi.roles.getRoles(), { enabled: mayShare && visibility === 'role' });
  return (
    <>
      <FormField name="visibility" label={t('visibility')} hint={t('visibilityHint')}>
        {({ value, onChange }) => <Select value={value as DashboardVisibility} onChange={onChange} options={(mayShare ? (['private', 'role', 'tenant'] as const) : (['private'] as const)).map((one) => ({ value: one, label: t(`visibilities.${one}`) }))} />}
      </FormField>
      {visibility === 'role' && (
        <FormField name="roleKey" label={t('role')}>
          {({ value, onChange }) => <Select value={(value as string | null) || null} onChange={onChange} placeholder={t('chooseRole')} options={(roles.data?.items ?? []).map(({ key, name }) => ({ value: key, label: name }))} />}
        </FormField>
      )}
    </>
  );
}
