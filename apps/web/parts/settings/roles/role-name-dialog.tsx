'use client';
import { useTranslations } from 'next-intl';
import { roleCopy } from '@loctelli/core';
import { Dialog, Form, FormField, FormSummary, SubmitButton, toast, useInvalidate } from '@loctelli/core/web';

interface Props {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  text?: string;
  action: string;
  /** What the field begins with. */
  name?: string;
  send: (values: { name: string }) => Promise<{ name: string }>;
}

/** Asks for a role's name. */
export function RoleNameDialog({ open, onOpenChange, title, text, action, name = '', send }: Props) {
  const t = useTranslations('core.access');
  const invalidate = useInvalidate();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={title} description={text} size="sm">
      <Form
        schema={roleCopy}
        defaults={{ name }}
        onSubmit={async (values) => {
          const role = await send(values);
          invalidate(['roles']);
          onOpenChange(false);
          toast.success(t('named', { role: role.name }));
        }}
      >
        <FormSummary />
        <FormField name="name" label={t('name')} autoFocus autoComplete="off" />
        <div className="flex justify-end pt-1">
          <SubmitButton>{action}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
