'use client';
import { useTranslations } from 'next-intl';
import type { User } from '@loctelli/core';
import { ConfirmDialog, coreApi, toast, useApiMutation } from '@loctelli/core/web';

/** Takes away the authenticator app, recovery codes and passkeys of somebody who lost them. */
export function ResetFactorsDialog({ user, open, onClose }: { user: User; open: boolean; onClose: () => void }) {
  const t = useTranslations('core.security');
  const { name } = user;
  const reset = useApiMutation(() => coreApi.users.resetFactors(user.id), {
    invalidate: [['users']],
    onSuccess: () => {
      onClose();
      toast.success(t('factorsReset', { name }));
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={t('resetFactorsTitle', { name })}
      description={t('resetFactorsText')}
      action={t('resetFactors')}
      danger
      busy={reset.isPending}
      onConfirm={() => reset.mutate()}
    />
  );
}
