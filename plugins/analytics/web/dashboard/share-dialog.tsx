'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { Button, CopyButton, Dialog, Field, Input, Select, useApiMutation, useFormats } from '@loctelli/core/web';
import type { Dashboard, Share } from '../../contract.ts';
import { analytics } from '../api.ts';

const lives = ['1', '7', '30', '90', '365'] as const;

/** Makes a link to a dashboard for people without an account. */
export function ShareDialog({ dashboard, open, onOpenChange }: { dashboard: Dashboard; open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('analytics.share');
  const formats = useFormats();
  const [days, setDays] = useState<(typeof lives)[number]>('30');
  const [made, setMade] = useState<Share | null>(null);
  const create = useApiMutation(() => analytics.createShare({ dashboardId: dashboard.id, days: Number(days) }), { invalidate: [['analytics', 'shares']], onSuccess: (share) => setMade(share as Share) });
  const close = (next: boolean) => {
    onOpenChange(next);
    if (!next) setMade(null);
  };
  const link = made?.path ? `${window.location.origin}${made.path}` : '';
  return (
    <Dialog open={open} onOpenChange={close} title={t('title', { name: dashboard.name })} description={t('text')}>
      {made ? (
        <Field label={t('link')} hint={t('until', { date: formats.dateTime(made.expiresAt) })}>
          <div className="flex gap-2">
            <Input readOnly dir="ltr" value={link} onFocus={(event) => event.target.select()} />
            <CopyButton text={link} label={t('copy')} />
          </div>
        </Field>
      ) : (
        <div className="flex items-end gap-3">
          <Field label={t('life')} className="flex-1">
            <Select value={days} onChange={setDays} options={lives.map((value) => ({ value, label: t('days', { count: Number(value) }) }))} />
          </Field>
          <Button variant="primary" busy={create.isPending} onClick={() => create.mutate()}>
            {t('create')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
