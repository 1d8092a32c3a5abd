'use client';
import { useTranslations } from 'next-intl';
import { FormField, Input, NumberInput, Select, useFormValues } from '@loctelli/core/web';
import { receiverScheme, type ReceiverScheme } from '../contract.ts';

/** How the sender proves itself, with what each way needs. Part of a form whose values are named like a receiver's. */
export function SchemeFields({ known }: { known: boolean }) {
  const t = useTranslations('webhooks');
  const [scheme, timed] = useFormValues(['scheme', 'hmac.timestampHeader']) as [ReceiverScheme, string | null];
  return (
    <>
      <FormField name="scheme" label={t('receiver.scheme')} hint={t(`scheme.${scheme}Hint`)}>
        {({ value, onChange }) => <Select value={value as string} onChange={onChange} options={receiverScheme.options.map((each) => ({ value: each, label: t(`scheme.${each}`) }))} />}
      </FormField>
      {scheme === 'hmac' && (
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField name="hmac.header" label={t('hmac.header')}>
            <Input dir="ltr" />
          </FormField>
          <FormField name="hmac.prefix" label={t('hmac.prefix')} optional={t('optional')}>
            <Input dir="ltr" placeholder={t('hmac.prefixSample')} />
          </FormField>
          <FormField name="hmac.encoding" label={t('hmac.encoding')}>
            {({ value, onChange }) => <Select value={value as string} onChange={onChange} options={[{ value: 'hex', label: t('hmac.hex') }, { value: 'base64', label: t('hmac.base64') }]} />}
          </FormField>
          <FormField name="hmac.timestampHeader" label={t('hmac.timestampHeader')} optional={t('optional')} hint={t('hmac.timestampHint')}>
            <Input dir="ltr" placeholder={t('hmac.timestampSample')} />
          </FormField>
          {timed && (
            <FormField name="hmac.toleranceSeconds" label={t('hmac.tolerance')}>
              {({ value, onChange }) => <NumberInput value={value as number} onChange={(next) => onChange(next ?? 300)} min={10} max={86_400} />}
            </FormField>
          )}
        </div>
      )}
      {scheme !== 'none' && (
        <FormField name="secret" label={scheme === 'basic' ? t('receiver.basicSecret') : t('secret.label')} optional={t('optional')} hint={known ? t('receiver.secretKept') : t('receiver.secretMade')} autoComplete="off">
          <Input dir="ltr" type="password" autoComplete="new-password" />
        </FormField>
      )}
      {scheme !== 'standard' && (
        <FormField name="idHeader" label={t('receiver.idHeader')} optional={t('optional')} hint={t('receiver.idHeaderHint')}>
          <Input dir="ltr" placeholder={t('receiver.idHeaderSample')} />
        </FormField>
      )}
    </>
  );
}
