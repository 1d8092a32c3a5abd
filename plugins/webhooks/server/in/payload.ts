/** What a body says: JSON, or the fields of a form, those that come more than once as lists. Undefined for anything else. */
export function readPayload(contentType: string | null, body: string): unknown {
  const type = contentType?.split(';')[0]!.trim().toLowerCase() ?? '';
  if (type === 'application/x-www-form-urlencoded') return formOf(body);
  const json = jsonOf(body);
  if (json !== undefined) return json;
  // Some senders call a form something else, or nothing.
  return !/json/.test(type) && /^[^\s=&<{[]+=/.test(body) ? formOf(body) : undefined;
}

function jsonOf(body: string): unknown {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function formOf(body: string): Record<string, string | string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(body)) fields.set(name, [...(fields.get(name) ?? []), value]);
  return Object.fromEntries([...fields].map(([name, values]) => [name, values.length > 1 ? values : values[0]!]));
}
