/** The letters a typo may put in, by the script of the word it is in. */
const alphabets: [script: RegExp, letters: string][] = [
  [/\p{Script=Latin}/u, 'abcdefghijklmnopqrstuvwxyz'],
  [/\p{Script=Arabic}/u, 'ءابةتثجحخدذرزسشصضطظعغفقكلمنهوىي'],
  [/\p{Script=Cyrillic}/u, 'абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ'],
  [/\p{Script=Greek}/u, 'αβγδεζηθικλμνξοπρσςτυφχψω'],
  [/\p{Script=Hebrew}/u, 'אבגדהוזחטיךכלםמןנסעףפץצקרשת'],
  [/\p{Nd}/u, '0123456789'],
];

/** Shorter words are too alike to be guessed: every four letters are one typo away from some name. */
const shortest = 4;
const shortestNumber = 7;
const longest = 24;

/**
 * Everything one typo away from a word: a letter too much, too few or wrong, or two that changed places. These are a few hundred, and each
 * is looked up in the index of words, which costs less than keeping an index of misspellings.
 */
export function withinOneTypo(word: string): string[] {
  const letters = [...word];
  const alphabet = alphabets.find(([script]) => script.test(word))?.[1];
  const least = /^\p{Nd}+$/u.test(word) ? shortestNumber : shortest;
  if (!alphabet || letters.length < least || letters.length > longest) return [];
  const found = new Set<string>();
  for (let at = 0; at <= letters.length; at++) {
    const [head, tail] = [letters.slice(0, at).join(''), letters.slice(at)];
    const rest = tail.slice(1).join('');
    if (tail.length) found.add(head + rest);
    if (tail.length > 1) found.add(head + tail[1]! + tail[0]! + tail.slice(2).join(''));
    for (const letter of alphabet) {
      if (tail.length) found.add(head + letter + rest);
      found.add(head + letter + tail.join(''));
    }
  }
  found.delete(word);
  return [...found];
}
