'use client';
import { useTranslations } from 'next-intl';
import type { PluginSettings } from '@loctelli/core';
import { Card, Combobox, CopyButton, ErrorState, Form, FormField, FormSkeleton, FormSummary, Link, Page, PageHeader, Select, SubmitButton, TagInput, Textarea, useFormats, useFormValues } from '@loctelli/core/web';
import type { ChatSetup } from '../contract.ts';
import { linesIn, originOf, useChatSettings } from './set-up/chat-settings.ts';
import { HoursEditor } from './set-up/hours-editor.tsx';
import { SecretField } from './set-up/secret-field.tsx';
import { WidgetPreview } from './set-up/widget-preview.tsx';

interface Values {
  greeting: string;
  offlineText: string;
  allowedOrigins: string;
  hours: string[];
  zone: string;
  askName: string;
  askEmail: string;
  questions: string[];
}

/** The website's chat: the line that brings it there, where it may be shown, and what it says and asks. */
export default function WidgetSetUpPage() {
  const t = useTranslations('chat');
  const { settings, setup, error, refetch, save } = useChatSettings();
  return (
    <Page>
      <PageHeader title={t('pages.widget')} description={t('widget.text')} back={<Link href="/settings">{t('setUp.back')}</Link>} />
      {error ? <ErrorState error={error} onRetry={refetch} /> : settings && setup ? <SetUp settings={settings} setup={setup} save={save} /> : <FormSkeleton />}
    </Page>
  );
}

function SetUp({ settings, setup, save }: { settings: PluginSettings; setup: ChatSetup; save: (values: Record<string, unknown>) => Promise<void> }) {
  const t = useTranslations('chat.widget');
  const own = useFormats().zone;
  const kept = settings.values as Partial<Omit<Values, 'allowedOrigins'> & { allowedOrigins: string[] }>;
  const defaults: Values = {
    greeting: kept.greeting ?? '',
    offlineText: kept.offlineText ?? '',
    allowedOrigins: (kept.allowedOrigins ?? []).join('\n'),
    hours: kept.hours ?? [],
    zone: kept.zone ?? '',
    askName: kept.askName ?? 'optional',
    askEmail: kept.askEmail ?? 'optional',
    questions: kept.questions ?? [],
  };
  const asked = (['no', 'optional', 'required'] as const).map((value) => ({ value: value as string, label: t(`asked.${value}`) }));
  const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  return (
    <div className="flex max-w-5xl flex-col gap-6">
      <Card title={t('embed')} description={t('embedText')}>
        <div className="flex items-start gap-2">
          <code dir="ltr" className="min-w-0 flex-1 rounded-md bg-sunken px-3 py-2.5 font-mono text-xs break-all">
            {setup.snippet}
          </code>
          <CopyButton text={setup.snippet} label={t('copy')} />
        </div>
      </Card>
      <Form<Values>
        key={JSON.stringify(settings.values)}
        className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]"
        defaults={defaults}
        aliases={aliases}
        onSubmit={({ greeting, offlineText, allowedOrigins, hours, zone, askName, askEmail, questions }) =>
          save({ greeting: greeting?.trim() || null, offlineText: offlineText?.trim() || null, allowedOrigins: linesIn(allowedOrigins ?? '').map(originOf), hours, zone: zone || null, askName, askEmail, questions })
        }
      >
        <div className="flex min-w-0 flex-col gap-5">
          <Card title={t('where')} description={t('whereText')}>
            <FormField name="allowedOrigins" label={t('origins')} hint={t('originsHint')}>
              <Textarea dir="ltr" rows={3} className="font-mono" placeholder={originsExample} />
            </FormField>
          </Card>
          <Card title={t('words')}>
            <div className="flex flex-col gap-4">
              <FormField name="greeting" label={t('greeting')} hint={t('greetingHint')}>
                <Textarea dir="auto" rows={2} maxLength={300} />
              </FormField>
              <FormField name="offlineText" label={t('offline')} hint={t('offlineHint')}>
                <Textarea dir="auto" rows={2} maxLength={300} />
              </FormField>
            </div>
          </Card>
          <Card title={t('hours')} description={t('hoursText')}>
            <div className="flex flex-col gap-4">
              <FormField name="hours" label={t('hours')} hideLabel>
                {({ value, onChange }) => <Hours value={value as string[]} onChange={onChange} own={own} />}
              </FormField>
              <FormField name="zone" label={t('zone')} hint={t('zoneHint', { zone: own.replaceAll('_', ' ') })}>
                {({ value, onChange }) => <Combobox aria-label={t('zone')} options={zones} value={(value as string) || null} onChange={(next) => onChange(next ?? '')} placeholder={own.replaceAll('_', ' ')} />}
              </FormField>
            </div>
          </Card>
          <Card title={t('ask')} description={t('askText')}>
            <div className="grid gap-4 sm:grid-cols-2">
              <FormField name="askName" label={t('askName')}>
                {({ value, onChange }) => <Select aria-label={t('askName')} options={asked} value={value as string} onChange={onChange} />}
              </FormField>
              <FormField name="askEmail" label={t('askEmail')}>
                {({ value, onChange }) => <Select aria-label={t('askEmail')} options={asked} value={value as string} onChange={onChange} />}
              </FormField>
              <FormField name="questions" label={t('questions')} hint={t('questionsHint')} className="sm:col-span-2">
                {({ value, onChange }) => <TagInput aria-label={t('questions')} value={value as string[]} onChange={(next) => onChange(next.slice(0, 5))} />}
              </FormField>
            </div>
          </Card>
          <FormSummary />
          <div>
            <SubmitButton>{t('save')}</SubmitButton>
          </div>
        </div>
        <div className="lg:sticky lg:top-6">
          <LiveLook />
        </div>
      </Form>
      <Card title={t('identity')} description={t('identityText')}>
        <SecretField label={t('identitySecret')} hint={t('identityHint')} isSet={setup.hasIdentitySecret} onSave={(identitySecret) => save({ identitySecret })} />
        <pre dir="ltr" className="mt-4 overflow-x-auto rounded-md bg-sunken px-3 py-2.5 font-mono text-xs" tabIndex={0} aria-label={t('identityExample')}>
          {identityExample}
        </pre>
      </Card>
    </div>
  );
}

const aliases = Object.fromEntries([
  ...(['greeting', 'offlineText', 'hours', 'zone', 'askName', 'askEmail', 'questions'] as const).map((name) => [`values.${name}`, name]),
  ...[''].concat(Array.from({ length: 50 }, (_, index) => `.${index}`)).map((at) => [`values.allowedOrigins${at}`, 'allowedOrigins']),
]) as Record<string, keyof Values>;
const originsExample = 'https://www.example.com';
const identityExample = `chatWidget.identify({
  externalId: 'customer-42',
  hash: '…', // HMAC-SHA256 of externalId under the secret, in hex
  name: 'Dana Reyes',
  email: 'dana@example.com',
});`;

function Hours({ value, onChange, own }: { value: string[]; onChange: (lines: string[]) => void; own: string }) {
  const [zone] = useFormValues(['zone']);
  return <HoursEditor value={value} onChange={onChange} zone={(zone as string) || own} />;
}

/** The chat as the form has it at this moment. */
function LiveLook() {
  const [greeting, offlineText, askName, askEmail, questions] = useFormValues(['greeting', 'offlineText', 'askName', 'askEmail', 'questions']);
  return <WidgetPreview greeting={String(greeting ?? '')} offlineText={String(offlineText ?? '')} askName={String(askName)} askEmail={String(askEmail)} questions={(questions as string[]) ?? []} />;
}
