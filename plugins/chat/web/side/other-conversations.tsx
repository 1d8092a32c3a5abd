'use client';
import { useTranslations } from 'next-intl';
import { useApiQuery } from '@loctelli/core/web';
import type { Conversation } from '../../contract.ts';
import { chat } from '../api.ts';
import { useInbox } from '../inbox/inbox-context.tsx';
import { ConversationLine } from './conversation-line.tsx';

/** What else this client wrote about. */
export function OtherConversations({ conversation }: { conversation: Conversation }) {
  const t = useTranslations('chat.side');
  const { at } = useInbox();
  const clientId = conversation.clientId!;
  const { data } = useApiQuery(['chat', 'of-client', clientId], () => chat.getClientConversations(clientId, { limit: 20 }), { enabled: conversation.client?.reachable === true });
  const others = data?.items.filter(({ id }) => id !== conversation.id) ?? [];
  if (others.length === 0) return null;
  return (
    <section aria-label={t('others')} className="p-4">
      <h3 className="mb-2 text-xs font-medium text-subtle">{t('others')}</h3>
      <ul className="-mx-2">
        {others.map((each) => (
          <li key={each.id}>
            <ConversationLine conversation={each} onOpen={() => at.open(each.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
