'use client';
import { useTranslations } from 'next-intl';
import { Badge, Card, CopyButton, ErrorState, Form, FormField, FormSkeleton, FormSummary, Input, Link, Page, PageHeader, SubmitButton } from '@loctelli/core/web';
import { useChatSettings } from './set-up/chat-settings.ts';
import { SecretField } from './set-up/secret-field.tsx';

/** The e-mail channel: where answers of clients go, and how they come into the inbox. */
export default function EmailSetUpPage() {
  const t = useTranslations('chat.email');
  const all = useTranslations('chat');
  const { settings, setup, error, refetch, save } = useChatSettings();
  const ready = Boolean(setup?.inboundAddress && setup.hasInboundSecret);
  return (
    <Page narrow>
      <PageHeader title={all('pages.email')} description={t('text')} back={<Link href="/settings">{all('setUp.back')}</Link>} />
      {error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : !settings || !setup ? (
        <FormSkeleton />
      ) : (
        <div className="flex flex-col gap-5">
          <p className="flex items-start gap-2.5 rounded-md bg-sunken px-3.5 py-2.5">
            <Badge tone={ready ? 'success' : 'warning'} dot>
              {t(ready ? 'ready' : 'notReady')}
            </Badge>
            <span className="text-muted">{t(ready ? 'readyText' : 'notReadyText')}</span>
          </p>
          <Card title={t('out')} description={t('outText')}>
            <Link href="/settings/brand" className="text-accent-text hover:underline">
              {t('sender')}
            </Link>
          </Card>
          <Card title={t('in')} description={t('inText')}>
            <Form<{ inboundAddress: string }>
              key={String(settings.values.inboundAddress ?? '')}
              defaults={{ inboundAddress: String(settings.values.inboundAddress ?? '') }}
              aliases={{ 'values.inboundAddress': 'inboundAddress' }}
              onSubmit={({ inboundAddress }) => save({ inboundAddress: inboundAddress?.trim() || null })}
            >
              <FormField name="inboundAddress" label={t('address')} hint={t('addressHint')}>
                <Input type="email" autoComplete="off" maxLength={100} />
              </FormField>
              <FormSummary />
              <div>
                <SubmitButton>{t('save')}</SubmitButton>
              </div>
            </Form>
          </Card>
          <Card title={t('forward')} description={t('forwardText')}>
            <div className="flex flex-col gap-5">
              <div className="flex items-start gap-2">
                <code dir="ltr" className="min-w-0 flex-1 rounded-md bg-sunken px-3 py-2.5 font-mono text-xs break-all">
                  {setup.inboundUrl}
                </code>
                <CopyButton text={setup.inboundUrl} label={t('copy')} />
              </div>
              <SecretField label={t('secret')} hint={t('secretHint')} isSet={setup.hasInboundSecret} onSave={(inboundSecret) => save({ inboundSecret })} />
              <div>
                <p className="mb-2 text-sm font-medium">{t('example')}</p>
                <pre dir="ltr" tabIndex={0} aria-label={t('example')} className="overflow-x-auto rounded-md bg-sunken px-3 py-2.5 font-mono text-xs">
                  {exampleOf(setup.inboundUrl)}
                </pre>
              </div>
            </div>
          </Card>
        </div>
      )}
    </Page>
  );
}

/** A mail server's filter that hands a mail on: it reads the mail as it is, signs it and sends it. */
const exampleOf = (url: string) => `#!/bin/sh
MAIL=$(mktemp); cat > "$MAIL"; T=$(date +%s)
V1=$( (printf '%s.' "$T"; cat "$MAIL") | openssl dgst -sha256 -hmac "$SECRET" -r | cut -d' ' -f1)
curl --fail -H "content-type: message/rfc822" \\
  -H "x-chat-signature: t=$T,v1=$V1" \\
  --data-binary @"$MAIL" ${url}`;
