/**
 * A text as rules compare it: lower case, without accents and marks, all digits as 0 to 9, what cannot be seen taken out, spaces as single ones.
 * The Arabic letters that people write one for the other are one letter.
 */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]+/gu, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\u0629/g, '\u0647')
    .replace(/\u0649/g, '\u064a')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The words of a text alone, each between two spaces, so that one text can be looked for within another. */
export const wordsOf = (text: string): string => ` ${plainText(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).join(' ')} `;
