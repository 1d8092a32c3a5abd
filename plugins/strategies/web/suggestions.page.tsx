'use client';
import { useTranslations } from 'next-intl';
import { Badge, Button, buttonClass, Card, ErrorState, Facts, Link, Page, PageHeader, Skeleton, useApiMutation, useApiQuery, useFormats } from '@loctelli/core/web';
import type { EndpointTest, SuggestionState } from '../contract.ts';
import { strategies } from './api.ts';

/** Where an administrator sees whether replies are suggested, and tries the endpoint. */
export default function SuggestionsPage() {
  const t = useTranslations('strategies.suggest.settings');
  const { data, error, refetch } = useApiQuery(['strategies', 'suggestions', 'state'], () => strategies.getSuggestionState());
  return (
    <Page narrow>
      <PageHeader title={t('title')} description={t('description')} back={<Link href="/settings">{t('back')}</Link>} />
      {error && !data ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-40" />
      ) : data.on ? (
        <State state={data} />
      ) : (
        <Card title={t('off')}>
          <p className="text-muted">{t('offText')}</p>
          <Link href="/settings/plugins" className={`${buttonClass('primary')} mt-4`}>
            {t('setUp')}
          </Link>
        </Card>
      )}
    </Page>
  );
}

function State({ state }: { state: SuggestionState }) {
  const t = useTranslations('strategies.suggest.settings');
  const test = useApiMutation(() => strategies.testEndpoint());
  return (
    <Card
      footer={
        <>
          <Link href="/settings/plugins" className={buttonClass()}>
            {t('open')}
          </Link>
          <Button variant="primary" busy={test.isPending} onClick={() => test.mutate()}>
            {t('test')}
          </Button>
        </>
      }
    >
      <Facts
        items={[
          { label: t('state'), value: <Badge tone="success" dot>{t('on')}</Badge> },
          { label: t('model'), value: <bdi dir="ltr">{state.model}</bdi> },
          { label: t('reply'), value: t(state.autoReply ? 'autoOn' : 'autoOff') },
        ]}
      />
      {test.data && <Result result={test.data} />}
    </Card>
  );
}

function Result({ result: { ok, reason, status, milliseconds, text } }: { result: EndpointTest }) {
  const t = useTranslations('strategies.suggest.settings');
  const quiet = useTranslations('strategies.quiet');
  const formats = useFormats();
  const time = { milliseconds: formats.number(milliseconds) };
  return (
    <div role="status" className={ok ? 'mt-5 rounded-md bg-success-soft px-3.5 py-2.5 text-success-text' : 'mt-5 rounded-md bg-warning-soft px-3.5 py-2.5 text-warning-text'}>
      <p className="font-medium">{ok ? t('ok', time) : t('failed', time)}</p>
      {text && <p dir="auto">{text}</p>}
      {!ok && (
        <p>
          {reason && quiet(reason)} {status !== null && t('status', { status })}
        </p>
      )}
    </div>
  );
}
