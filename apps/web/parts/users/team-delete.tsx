'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import type { Team } from '@loctelli/core';
import { Button, coreApi, Dialog, Field, Select, toast, useApiMutation } from '@loctelli/core/web';

/** Members of a team that goes have to go somewhere. */
export function TeamDelete({ team, others, onClose }: { team: Team; others: Team[]; onClose: () => void }) {
  const t = useTranslations('core.teams');
  const [moveTo, setMoveTo] = useState('none');
  const remove = useApiMutation(() => coreApi.teams.deleteTeam(team.id, { moveTo: moveTo === 'none' ? 'none' : Number(moveTo) }), {
    invalidate: [['teams'], ['users'], ['invitations']],
    onSuccess: () => {
      onClose();
      toast.success(t('deleted', { name: team.name }));
    },
  });
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => !open && onClose()}
      title={t('deleteTitle', { name: team.name })}
      description={t('deleteText', { count: team.members })}
      footer={
        <Button variant="danger" busy={remove.isPending} onClick={() => remove.mutate()}>
          {t('delete', { name: team.name })}
        </Button>
      }
    >
      <Field label={t('moveTo')}>
        <Select
          aria-label={t('moveTo')}
          value={moveTo}
          onChange={setMoveTo}
          options={[{ value: 'none', label: t('nowhere') }, ...others.map(({ id, name }) => ({ value: String(id), label: name }))]}
        />
      </Field>
    </Dialog>
  );
}
