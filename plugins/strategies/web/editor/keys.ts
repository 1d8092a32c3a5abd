/** A key that nothing else has, made of a label: answers and texts speak of it, whatever the label becomes later. */
export function keyFor(label: string, taken: readonly string[], fallback: string): string {
  const words = label.normalize('NFKD').replace(/\p{M}/gu, '').match(/[a-zA-Z0-9]+/g) ?? [];
  const joined = words
    .slice(0, 5)
    .map((word, index) => (index === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1).toLowerCase()))
    .join('');
  const base = (/^[a-z]/.test(joined) ? joined : `${fallback}${joined}`).slice(0, 36);
  for (let count = 1; ; count++) {
    const key = count === 1 ? base : `${base}${count}`;
    if (!taken.includes(key)) return key;
  }
}

/** An id for a step or a variant, kept over all versions: the next number nobody has. */
export function idFor(prefix: string, taken: readonly string[]): string {
  for (let count = taken.length + 1; ; count++) if (!taken.includes(`${prefix}${count}`)) return `${prefix}${count}`;
}
