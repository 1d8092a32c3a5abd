const everyMs = 3_000;
const idleMs = 5_000;

/** Tells that the visitor is writing: at most every few seconds while they do, and once when they stop. */
export function typingTeller(tell: (typing: boolean) => void): (typing: boolean) => void {
  let told = 0;
  let timer = 0;
  return function say(typing: boolean): void {
    clearTimeout(timer);
    if (typing) timer = self.setTimeout(() => say(false), idleMs);
    if (typing ? Date.now() - told < everyMs : told === 0) return;
    told = typing ? Date.now() : 0;
    tell(typing);
  };
}
