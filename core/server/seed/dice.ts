/** Numbers from 0 to 1. */
export type Dice = () => number;

/** Numbers that look random and are the same for the same word (mulberry32): for demo data, never for secrets. */
export function dice(word: string): Dice {
  let state = [...word].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619), 2_166_136_261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of a list that is not empty. */
export const one = <T>(random: Dice, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
