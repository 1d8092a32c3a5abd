'use client';
import { useTranslations } from 'next-intl';
import { Button, Card, Facts, useApiMutation, useCan, useFormats } from '@loctelli/core/web';
import type { WebhookEndpoint } from '../contract.ts';
import { webhooks } from './api.ts';
import { HealthBars } from './endpoint-state.tsx';

/** How an endpoint does, and how it is set. */
export function EndpointFacts({ endpoint }: { endpoint: WebhookEndpoint }) {
  const t = useTranslations('webhooks');
  const formats = useFormats();
  const mayManage = useCan('webhooks.manage') !== null;
  const { health, events, fields, headers, secretEnd, previousSecretUntil, breaker, openUntil, failuresInARow, active } = endpoint;
  const changed = { invalidate: [['webhook-endpoints']] };
  const resume = useApiMutation(() => webhooks.resumeEndpoint(endpoint.id), changed);
  const endOverlap = useApiMutation(() => webhooks.endOverlap(endpoint.id), changed);
  return (
    <div className="mb-6 grid gap-4 lg:grid-cols-2">
      <Card
        title={t('health.title')}
        actions={
          mayManage &&
          active &&
          health.waiting > 0 && (
            <Button size="sm" busy={resume.isPending} onClick={() => resume.mutate()}>
              {t('health.tryNow')}
            </Button>
          )
        }
      >
        <div className="flex flex-col gap-4">
          <HealthBars health={health} tall />
          {breaker !== 'closed' && active && (
            <p role="status" className="rounded-md bg-danger-soft px-3 py-2 text-danger-text">
              {breaker === 'open' && openUntil ? t('health.open', { count: failuresInARow, when: formats.dateTime(openUntil) }) : t('health.halfOpen', { count: failuresInARow })}
            </p>
          )}
          <Facts
            items={[
              { label: t('status.waiting'), value: formats.number(health.waiting) },
              { label: t('status.dead'), value: formats.number(health.dead) },
              { label: t('health.median'), value: health.medianMs === null ? '—' : t('log.milliseconds', { count: health.medianMs }) },
            ]}
          />
        </div>
      </Card>
      <Card title={t('endpoint.settings')}>
        <Facts
          items={[
            { label: t('endpoint.events'), value: events.includes('*') ? t('picker.all') : <span dir="ltr" className="font-mono text-sm">{events.join(', ')}</span> },
            { label: t('filter.label'), value: Object.keys(fields).length === 0 ? t('filter.all') : <Filters fields={fields} /> },
            { label: t('headers.label'), value: headers.length ? <span dir="ltr" className="font-mono text-sm">{headers.join(', ')}</span> : '—' },
            { label: t('secret.label'), value: <code dir="ltr" className="font-mono text-sm">whsec_…{secretEnd}=</code> },
            ...(previousSecretUntil
              ? [
                  {
                    label: t('secret.former'),
                    value: (
                      <span className="flex flex-wrap items-center gap-2">
                        {t('secret.until', { when: formats.dateTime(previousSecretUntil) })}
                        {mayManage && (
                          <Button size="sm" busy={endOverlap.isPending} onClick={() => endOverlap.mutate()}>
                            {t('secret.endNow')}
                          </Button>
                        )}
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
    </div>
  );
}

function Filters({ fields }: { fields: Record<string, string[]> }) {
  return (
    <ul dir="ltr" className="font-mono text-sm">
      {Object.entries(fields).map(([pattern, paths]) => (
        <li key={pattern} className="break-words">
          {pattern}: {paths.join(', ')}
        </li>
      ))}
    </ul>
  );
}
