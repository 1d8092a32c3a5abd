'use client';
import { useTranslations } from 'next-intl';
import type { SavedView } from '../../api-client/types.ts';
import { useCan, useMe } from '../../shell/session.tsx';
import { Button } from '../button.tsx';
import { Dialog } from '../dialog.tsx';
import { Form, FormField, FormSummary, SubmitButton } from '../form.tsx';
import { Select } from '../select.tsx';
import type { Visibility } from './use-views.ts';

export interface ViewDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The view to be changed; without it a new one is named. */
  view?: SavedView | null;
  onSave: (input: { name: string; visibility: Visibility }) => Promise<unknown>;
}

/** Names a view and says who sees it. */
export function ViewDialog({ open, onOpenChange, view, onSave }: ViewDialogProps) {
  const t = useTranslations('core.kit.views');
  const ui = useTranslations('core.ui');
  const me = useMe();
  const mayShare = useCan('views.share') !== null;
  const visibilities = (['private', 'team', 'tenant'] as const).filter((each) => each === 'private' || view?.visibility === each || (mayShare && (each === 'tenant' || me.user.teamId !== null)));
  return (
    <Dialog open={open} onOpenChange={onOpenChange} size="sm" title={t(view ? 'editTitle' : 'saveTitle')}>
      <Form<{ name: string; visibility: Visibility }>
        defaults={{ name: view?.name ?? '', visibility: view?.visibility ?? 'private' }}
        onSubmit={async (values) => {
          await onSave(values);
          onOpenChange(false);
        }}
      >
        <FormField name="name" label={t('name')} autoFocus />
        {visibilities.length > 1 && (
          <FormField name="visibility" label={t('visibility')}>
            {({ value, onChange }) => <Select aria-label={t('visibility')} value={value as Visibility} onChange={onChange} options={visibilities.map((each) => ({ value: each, label: t(`to.${each}`) }))} />}
          </FormField>
        )}
        <FormSummary />
        <div className="flex justify-end gap-2">
          <Button onClick={() => onOpenChange(false)}>{ui('cancel')}</Button>
          <SubmitButton>{t('save')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
