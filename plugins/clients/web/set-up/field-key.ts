/** A key for a label: its letters and digits in camel case, or `field` where it has none of the Latin ones; numbered when taken. */
export function keyFor(label: string, taken: readonly string[]): string {
  const words = label.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const camel = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  const base = (/^[a-z]/.test(camel) ? camel : `field${camel}`).slice(0, 36);
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}${number}`;
    if (!taken.includes(key)) return key;
  }
}
