'use client';
import { Sparkles } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button, Keys, useApiQuery, useShortcut } from '@loctelli/core/web';
import type { Conversation } from '../../chat/contract.ts';
import { strategies } from './api.ts';
import { SuggestionCard } from './suggest/suggestion-card.tsx';
import { useSuggestion } from './suggest/use-suggestion.ts';

const keys = 'mod+j';

/** Above the composer: a reply drafted from strategy, client and history. Nothing where the tenant has it off. */
export default function SuggestReply({ conversation }: { conversation: Conversation }) {
  const { data } = useApiQuery(['strategies', 'suggestions', 'state'], () => strategies.getSuggestionState());
  return data?.on ? <Suggest conversation={conversation} /> : null;
}

function Suggest({ conversation: { id, client } }: { conversation: Conversation }) {
  const t = useTranslations('strategies.suggest');
  const { writing, begin, close, finish } = useSuggestion(id);
  useShortcut({ keys, label: t('button'), anywhere: true, run: () => void begin() });
  if (writing.state !== 'idle') return <SuggestionCard writing={writing} clientId={client?.reachable ? client.id : null} onBegin={(strategyId) => void begin(strategyId)} onClose={close} onSent={finish} />;
  return (
    <div className="mb-1.5">
      <Button size="sm" variant="ghost" className="-ms-2 text-accent-text" onClick={() => void begin()}>
        <Sparkles aria-hidden />
        {t('button')}
        <Keys keys={keys} className="max-sm:hidden" />
      </Button>
    </div>
  );
}
