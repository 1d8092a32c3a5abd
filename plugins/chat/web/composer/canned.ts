import type { CannedReply } from '../../contract.ts';

/** What is typed after a `/` that stands before the caret, at the beginning of a word; null when no reply is being looked for. */
export function cannedAt(text: string, caret: number): { from: number; search: string } | null {
  const match = /(?:^|\s)\/([\p{L}\p{N}-]{0,40})$/u.exec(text.slice(0, caret));
  return match ? { from: caret - match[1]!.length - 1, search: match[1]! } : null;
}

/** Those that fit what was typed: by the beginning of their shortcut first, then by anything in their title or text. */
export function cannedMatches(replies: readonly CannedReply[], search: string, most = 8): CannedReply[] {
  const wanted = search.toLocaleLowerCase();
  const rank = ({ shortcut, title, body }: CannedReply) => {
    if (shortcut.startsWith(wanted)) return 0;
    if (shortcut.includes(wanted)) return 1;
    if (title.toLocaleLowerCase().includes(wanted)) return 2;
    return body.toLocaleLowerCase().includes(wanted) ? 3 : 4;
  };
  return replies
    .map((reply) => ({ reply, at: rank(reply) }))
    .filter(({ at }) => at < 4)
    .sort((a, b) => a.at - b.at || a.reply.shortcut.localeCompare(b.reply.shortcut))
    .slice(0, most)
    .map(({ reply }) => reply);
}
