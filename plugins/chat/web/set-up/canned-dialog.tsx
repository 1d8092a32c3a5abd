'use client';
import { useRef } from 'react';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { Button, Dialog, Form, FormField, FormSummary, Input, Select, SubmitButton, Textarea, toast, useCan, useInvalidate } from '@loctelli/core/web';
import { cannedVariables, type CannedReply } from '../../contract.ts';
import { chat } from '../api.ts';

const form = z.object({
  shortcut: z.string().trim().toLowerCase().regex(/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u).max(40),
  title: z.string().trim().min(1).max(100),
  body: z.string().trim().min(1).max(5000),
  visibility: z.enum(['private', 'tenant']),
});
type Values = z.infer<typeof form>;

/** Writes a text that is kept ready; its variables are put in with a press. */
export function CannedDialog({ reply, onClose }: { reply: CannedReply | 'new' | null; onClose: () => void }) {
  const t = useTranslations('chat.cannedSetUp');
  const words = useTranslations('core.ui');
  const invalidate = useInvalidate();
  const mayShare = useCan('chat.configure') !== null;
  const area = useRef<HTMLTextAreaElement>(null);
  if (!reply) return null;
  const known = reply === 'new' ? null : reply;
  const save = async (values: Values) => {
    if (known) await chat.updateCannedReply(known.id, { version: known.version, ...values, shortcut: values.shortcut.toLowerCase() });
    else await chat.createCannedReply({ ...values, shortcut: values.shortcut.toLowerCase() });
    invalidate(['chat', 'canned-replies']);
    toast.success(t('saved', { title: values.title }));
    onClose();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={known ? t('change', { title: known.title }) : t('new')}>
      <Form<Values> schema={form as never} defaults={{ shortcut: known?.shortcut ?? '', title: known?.title ?? '', body: known?.body ?? '', visibility: known?.visibility ?? (mayShare ? 'tenant' : 'private') }} onSubmit={save}>
        {(fields) => (
          <>
            <FormSummary />
            <div className="grid gap-4 sm:grid-cols-[10rem_minmax(0,1fr)]">
              <FormField name="shortcut" label={t('shortcut')} hint={t('shortcutHint')}>
                <Input start={<span aria-hidden>/</span>} autoFocus={!known} autoComplete="off" maxLength={40} />
              </FormField>
              <FormField name="title" label={t('title')}>
                <Input maxLength={100} />
              </FormField>
            </div>
            <FormField name="body" label={t('body')} hint={t('bodyHint')}>
              {({ value, onChange, onBlur }) => <Textarea ref={area} dir="auto" rows={7} value={String(value ?? '')} onChange={onChange} onBlur={onBlur} />}
            </FormField>
            <div>
              <p className="mb-1.5 text-sm font-medium">{t('variables')}</p>
              <div className="flex flex-wrap gap-1.5">
                {cannedVariables.map((name) => (
                  <Button
                    key={name}
                    size="sm"
                    onClick={() => {
                      const field = area.current;
                      const [from, to] = [field?.selectionStart ?? 0, field?.selectionEnd ?? 0];
                      const text = fields.getValues('body') ?? '';
                      fields.setValue('body', `${text.slice(0, from)}{{ ${name} }}${text.slice(to)}`, { shouldDirty: true });
                      setTimeout(() => (field?.focus(), field?.setSelectionRange(from + name.length + 6, from + name.length + 6)));
                    }}
                  >
                    {t(`names.${name.replace('.', '-')}`)}
                  </Button>
                ))}
              </div>
            </div>
            <FormField name="visibility" label={t('visibility')} hint={mayShare ? undefined : t('visibilityOwn')}>
              {({ value, onChange }) => (
                <Select
                  aria-label={t('visibility')}
                  disabled={!mayShare}
                  value={value as string}
                  onChange={onChange}
                  options={[
                    { value: 'tenant', label: t('everybody') },
                    { value: 'private', label: t('onlyMe') },
                  ]}
                />
              )}
            </FormField>
            <div className="flex justify-end gap-2">
              <Button onClick={onClose}>{words('cancel')}</Button>
              <SubmitButton>{words('save')}</SubmitButton>
            </div>
          </>
        )}
      </Form>
    </Dialog>
  );
}
