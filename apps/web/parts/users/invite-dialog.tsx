'use client';
import { useTranslations } from 'next-intl';
import { invitationCreate } from '@loctelli/core';
import { coreApi, Dialog, Form, FormField, FormSummary, Input, Select, SubmitButton, toast, useInvalidate } from '@loctelli/core/web';
import { z } from 'zod';
import { useRoles } from './roles.ts';
import { useTeams } from './teams.ts';

const rules = invitationCreate.omit({ teamId: true }).extend({ team: z.string() });
const none = 'none';

export function InviteDialog({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('core.users');
  const ui = useTranslations('core.ui');
  const roles = useRoles();
  const teams = useTeams();
  const invalidate = useInvalidate();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('inviteTitle')} description={t('inviteText')}>
      <Form
        schema={rules}
        defaults={{ email: '', name: '', role: 'user', team: none }}
        aliases={{ teamId: 'team' }}
        onSubmit={async ({ team, ...values }) => {
          await coreApi.invitations.createInvitation({ ...values, ...(team !== none && { teamId: Number(team) }) });
          invalidate(['invitations']);
          onOpenChange(false);
          toast.success(t('invited', { email: values.email }));
        }}
      >
        <FormSummary />
        <FormField name="email" label={t('email')} autoFocus>
          <Input type="email" inputMode="email" autoComplete="off" />
        </FormField>
        <FormField name="name" label={t('name')} optional={ui('optional')} autoComplete="off" />
        <FormField name="role" label={t('role')}>
          {({ value, onChange }) => <Select options={roles.options} value={String(value)} onChange={onChange} />}
        </FormField>
        {teams.options.length > 0 && (
          <FormField name="team" label={t('team')} hint={t('teamHint')}>
            {({ value, onChange }) => (
              <Select aria-label={t('team')} options={[{ value: none, label: t('noTeam') }, ...teams.options]} value={String(value)} onChange={onChange} />
            )}
          </FormField>
        )}
        <div className="flex justify-end pt-1">
          <SubmitButton>{t('sendInvitation')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
