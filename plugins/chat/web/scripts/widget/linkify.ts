/** A piece of a message: plain text, or what it leads to. */
export interface Piece {
  text: string;
  href?: string;
}

const address = /\b(?:https?:\/\/|www\.)[^\s<>"']+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/gi;

/** Finds addresses in a text. Only http, https and mailto come out, whatever the text says. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    const link = withoutTail(found);
    if (index > at) pieces.push({ text: text.slice(at, index) });
    pieces.push({ text: link, href: /^https?:/i.test(link) ? link : /^www\./i.test(link) ? `https://${link}` : `mailto:${link}` });
    at = index + link.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

/** The full stop after an address belongs to the sentence, and so does a bracket that it did not open. */
function withoutTail(link: string): string {
  const cut = link.replace(/[.,;:!?…'"]+$/, '');
  const unopened = cut.endsWith(')') && !cut.includes('(');
  return unopened ? withoutTail(cut.slice(0, -1)) : cut;
}
