'use client';
import { useTranslations } from 'next-intl';
import { teamCreate, type Team } from '@loctelli/core';
import { coreApi, Dialog, Form, FormField, FormSummary, SubmitButton, toast, useInvalidate } from '@loctelli/core/web';

/** A new team, or another name for one. */
export function TeamNameDialog({ team, onClose }: { team?: Team; onClose: () => void }) {
  const t = useTranslations('core.teams');
  const invalidate = useInvalidate();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} size="sm" title={t(team ? 'renameTitle' : 'addTitle')} description={team ? undefined : t('addText')}>
      <Form
        schema={teamCreate}
        defaults={{ name: team?.name ?? '' }}
        onSubmit={async ({ name }) => {
          await (team ? coreApi.teams.updateTeam(team.id, { version: team.version, name }) : coreApi.teams.createTeam({ name }));
          invalidate(['teams']);
          onClose();
          toast.success(t('saved', { name }));
        }}
      >
        <FormSummary />
        <FormField name="name" label={t('name')} autoFocus autoComplete="off" />
        <div className="flex justify-end pt-1">
          <SubmitButton>{t(team ? 'rename' : 'add')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
