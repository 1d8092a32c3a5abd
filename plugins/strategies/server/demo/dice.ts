/** Numbers from 0 to 1 that look random and are the same for the same word (mulberry32). */
export type Dice = () => number;

export function dice(word: string): Dice {
  let state = [...word].reduce((sum, letter) => Math.imul(sum ^ letter.charCodeAt(0), 16_777_619), 2_166_136_261);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const one = <T>(random: Dice, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
