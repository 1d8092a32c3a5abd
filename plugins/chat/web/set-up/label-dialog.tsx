'use client';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { Button, Dialog, Form, FormField, FormSummary, SubmitButton, toast, useInvalidate } from '@loctelli/core/web';
import { labelTone, type ChatLabel, type LabelTone } from '../../contract.ts';
import { chat } from '../api.ts';
import { ToneDot } from '../tone-dot.tsx';

const form = z.object({ name: z.string().trim().min(1).max(40), tone: labelTone });
type Values = z.infer<typeof form>;

/** Makes a label, or changes its name and colour. */
export function LabelDialog({ label, onClose }: { label: ChatLabel | 'new' | null; onClose: () => void }) {
  const t = useTranslations('chat.labels');
  const words = useTranslations('core.ui');
  const invalidate = useInvalidate();
  if (!label) return null;
  const known = label === 'new' ? null : label;
  const save = async (values: Values) => {
    if (known) await chat.updateLabel(known.id, { version: known.version, ...values });
    else await chat.createLabel(values);
    invalidate(['chat', 'labels'], ['chat', 'list']);
    toast.success(t('saved', { name: values.name }));
    onClose();
  };
  return (
    <Dialog open size="sm" onOpenChange={(open) => !open && onClose()} title={known ? t('change', { name: known.name }) : t('new')}>
      <Form<Values> schema={form as never} defaults={{ name: known?.name ?? '', tone: known?.tone ?? 'neutral' }} onSubmit={save}>
        <FormSummary />
        <FormField name="name" label={t('name')} autoFocus />
        <FormField name="tone" label={t('tone')}>
          {({ value, onChange }) => (
            <div role="radiogroup" aria-label={t('tone')} className="flex flex-wrap gap-2">
              {labelTone.options.map((tone: LabelTone) => (
                <label key={tone} className="flex h-8 cursor-pointer items-center gap-2 rounded-md border px-2.5 has-checked:border-accent has-checked:bg-accent-soft has-checked:text-on-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-focus">
                  <input type="radio" name="tone" className="sr-only" checked={value === tone} onChange={() => onChange(tone)} />
                  <ToneDot tone={tone} />
                  {t(`tones.${tone}`)}
                </label>
              ))}
            </div>
          )}
        </FormField>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words('cancel')}</Button>
          <SubmitButton>{words('save')}</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
