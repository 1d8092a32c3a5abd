const candidates = [',', ';', '\t', '|'] as const;
const looked = 50;

/**
 * Tells what separates the cells: the candidate with which most rows have the same number of cells. Quoted cells may hold any of them,
 * and line breaks. A first line `sep=;`, as Excel writes it, decides.
 */
export function detectDelimiter(head: string): string {
  const declared = /^sep=(.)\r?\n/i.exec(head)?.[1];
  if (declared) return declared;
  const scores = candidates.map((delimiter) => ({ delimiter, ...score(head, delimiter) }));
  return scores.reduce((best, next) => (next.agreement * 1000 + next.cells > best.agreement * 1000 + best.cells ? next : best)).delimiter;
}

/** How many rows agree on a number of cells above one, as a share, and that number. */
function score(head: string, delimiter: string): { agreement: number; cells: number } {
  const counts = cellCounts(head, delimiter);
  const votes = new Map<number, number>();
  for (const count of counts) votes.set(count, (votes.get(count) ?? 0) + 1);
  const [cells, most] = [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  return cells > 1 ? { agreement: Math.round((most / counts.length) * 20) / 20, cells } : { agreement: 0, cells: 1 };
}

function cellCounts(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let [cells, quoted, empty] = [1, false, true];
  for (let i = 0; i < text.length && counts.length < looked; i++) {
    const character = text[i]!;
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === delimiter) cells++;
    else if (!quoted && character === '\n') {
      if (!empty) counts.push(cells);
      [cells, empty] = [1, true];
      continue;
    }
    if (character !== '\r') empty = false;
  }
  if (!empty && counts.length < looked && !quoted) counts.push(cells);
  return counts;
}
