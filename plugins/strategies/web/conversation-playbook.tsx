'use client';
import { useTranslations } from 'next-intl';
import type { Conversation } from '../../chat/contract.ts';
import { PlaybookPanel } from './playbook/playbook-panel.tsx';
import type { Insert } from './playbook/script-text.tsx';

/** Beside a conversation: the script, whose words go into the reply. */
export default function ConversationPlaybook({ conversation: { client }, insert }: { conversation: Conversation; insert?: Insert }) {
  const t = useTranslations('strategies.playbook');
  if (!client?.reachable) return null;
  return (
    <section aria-label={t('title')}>
      <h2 className="mb-3 text-sm font-semibold">{t('title')}</h2>
      <PlaybookPanel key={client.id} client={client} insert={insert} />
    </section>
  );
}
