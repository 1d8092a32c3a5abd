'use client';
import { useTranslations } from 'next-intl';
import { useFormats } from '@loctelli/core/web';
import type { ChatMessage } from '../../contract.ts';

const priorities = ['low', 'normal', 'high', 'urgent'] as const;

/** What was done to a conversation, in a sentence. */
export function useHappeningText(): (message: Pick<ChatMessage, 'happened'>) => string {
  const t = useTranslations('chat');
  const formats = useFormats();
  return ({ happened }) => {
    if (!happened) return '';
    const { what, params } = happened;
    const word = (name: string) => (params[name] === null || params[name] === undefined ? '' : String(params[name]));
    const priority = priorities.find((each) => each === params.priority);
    const values = {
      ...Object.fromEntries(Object.keys(params).map((name) => [name, word(name)])),
      actor: word('actor') || t('conversation.system'),
      assignee: word('assignee') || t('acts.nobody'),
      team: word('team') || t('acts.noTeam'),
      client: word('client'),
      reason: word('reason'),
      labels: word('labels'),
      priority: priority ? t(`priority.${priority}`) : '',
      until: word('until') && formats.dateTime(word('until')),
    };
    return t(`happened.${what}`, values);
  };
}
