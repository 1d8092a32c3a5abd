'use client';
import { useState } from 'react';
import { useTranslations } from 'next-intl';
import { MentionText } from '@loctelli/core/web';

const address = /\bhttps?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]}]/g;
/** Longer ones are folded: mail brings its whole past along. */
const longest = 1400;

/** What somebody wrote, with its addresses as links. Nothing of it is markup. */
export function LinkedText({ text, mentions }: { text: string; mentions?: boolean }) {
  const t = useTranslations('chat.conversation');
  const [whole, setWhole] = useState(false);
  const folded = text.length > longest && !whole;
  const shown = folded ? `${text.slice(0, longest).trimEnd()}…` : text;
  return (
    <>
      {/* Parts in another direction keep their own: a phone number within Arabic. */}
      <span dir="auto" className="block whitespace-pre-wrap [overflow-wrap:anywhere]">
        {mentions ? <MentionText text={shown} /> : linked(shown)}
      </span>
      {folded && (
        <button type="button" onClick={() => setWhole(true)} className="mt-1 rounded-sm text-sm underline underline-offset-2">
          {t('whole')}
        </button>
      )}
    </>
  );
}

function linked(text: string) {
  const parts = [];
  let from = 0;
  for (const match of text.matchAll(address)) {
    if (match.index > from) parts.push(text.slice(from, match.index));
    parts.push(
      <a key={match.index} href={match[0]} target="_blank" rel="noopener noreferrer nofollow" dir="ltr" className="underline underline-offset-2">
        {match[0]}
      </a>,
    );
    from = match.index + match[0].length;
  }
  return from === 0 ? text : [...parts, text.slice(from)];
}
