'use client';
import { useTranslations } from 'next-intl';
import { Card } from '@loctelli/core/web';
import type { Client } from '../../clients/contract.ts';
import { PlaybookPanel } from './playbook/playbook-panel.tsx';

/** On a client's page: what to ask them, and what to say. */
export default function ClientPlaybook({ client }: { client: Client }) {
  const t = useTranslations('strategies.playbook');
  if (client.deletedAt) return null;
  return (
    <Card title={t('title')}>
      <PlaybookPanel client={client} />
    </Card>
  );
}
