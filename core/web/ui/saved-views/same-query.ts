/** What a list is asked, as its address and a saved view carry it. */
export type ViewQuery = Record<string, unknown>;

/** The same text for the same question: keys in order, and nothing that is empty. */
export function canonical(value: unknown): string {
  return JSON.stringify(trimmed(value) ?? null);
}

export const sameQuery = (a: ViewQuery, b: ViewQuery): boolean => canonical(a) === canonical(b);

function trimmed(value: unknown): unknown {
  if (Array.isArray(value)) return value.length ? value.map((each) => trimmed(each) ?? null) : undefined;
  if (typeof value !== 'object' || value === null) return value === null || value === '' ? undefined : value;
  const entries = Object.entries(value)
    .map(([key, entry]) => [key, trimmed(entry)] as const)
    .filter(([, entry]) => entry !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return entries.length ? Object.fromEntries(entries) : undefined;
}
