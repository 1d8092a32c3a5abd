'use client';
import { useTranslations } from 'next-intl';
import { Badge, useFormats, type Tone } from '@loctelli/core/web';
import type { WebhookEndpoint } from '../contract.ts';

const tones: Record<string, Tone> = { on: 'success', open: 'danger', 'half-open': 'warning', person: 'neutral', gone: 'danger', failing: 'danger' };

/** How an endpoint stands, in a word. */
export function EndpointState({ endpoint: { active, offReason, breaker } }: { endpoint: WebhookEndpoint }) {
  const t = useTranslations('webhooks.state');
  const state = !active ? (offReason ?? 'person') : breaker === 'closed' ? 'on' : breaker;
  return (
    <Badge tone={tones[state]} dot>
      {t(state)}
    </Badge>
  );
}

/** The last 24 hours, an hour a bar: what got through below, what failed on top. The figures are said in words. */
export function HealthBars({ health, tall }: { health: WebhookEndpoint['health']; tall?: boolean }) {
  const t = useTranslations('webhooks.health');
  const formats = useFormats();
  const most = Math.max(1, ...health.hours.map(({ ok, failed }) => ok + failed));
  const share = (count: number) => `${(count / most) * 100}%`;
  return (
    <span className={tall ? 'flex min-w-0 items-center gap-3' : 'flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5'}>
      <span aria-hidden className={tall ? 'flex h-14 w-full max-w-md items-end gap-1' : 'flex h-6 w-24 shrink-0 items-end gap-px'}>
        {health.hours.map(({ ok, failed }, hour) => (
          <span key={hour} className="flex h-full flex-1 flex-col justify-end rounded-xs bg-sunken">
            <span className="rounded-t-xs bg-danger" style={{ height: share(failed) }} />
            <span className="bg-success" style={{ height: share(ok) }} />
          </span>
        ))}
      </span>
      <span className="text-sm whitespace-nowrap text-muted tabular-nums">
        {t('counts', { ok: formats.number(health.delivered), failed: formats.number(health.failedAttempts) })}
      </span>
    </span>
  );
}
