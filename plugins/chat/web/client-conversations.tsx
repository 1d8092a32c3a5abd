'use client';
import { useState } from 'react';
import { useRouter } from 'next/navigation';
import { MailPlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Card, ErrorState, Skeleton, useApiQuery, useCan } from '@loctelli/core/web';
import type { Client } from '../../clients/contract.ts';
import { chat } from './api.ts';
import { useLiveInbox } from './inbox/use-live-inbox.ts';
import { ConversationLine } from './side/conversation-line.tsx';
import { StartConversation } from './start-conversation.tsx';

/** On a client's page: what was said with them, and a way to write first. */
export default function ClientConversations({ client }: { client: Client }) {
  const t = useTranslations('chat.ofClient');
  const router = useRouter();
  const [starting, setStarting] = useState(false);
  const mayReply = useCan('chat.reply') !== null && client.deletedAt === null;
  useLiveInbox();
  const { data, error, refetch } = useApiQuery(['chat', 'of-client', client.id], () => chat.getClientConversations(client.id, { limit: 20 }));
  return (
    <Card
      title={t('title')}
      actions={
        mayReply && (
          <Button size="icon-sm" variant="ghost" aria-label={t('start')} title={t('start')} onClick={() => setStarting(true)}>
            <MailPlus aria-hidden />
          </Button>
        )
      }
    >
      {error ? (
        <ErrorState compact error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Skeleton className="h-10" />
      ) : data.items.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <ul className="-mx-2 -my-1">
          {data.items.map((conversation) => (
            <li key={conversation.id}>
              <ConversationLine conversation={conversation} />
            </li>
          ))}
        </ul>
      )}
      <StartConversation open={starting} onOpenChange={setStarting} onStarted={(id) => router.push(`/chat/${id}`)} client={client} />
    </Card>
  );
}
