import { includeOnly, nearestPattern, parsePath } from '../../contract.ts';

interface Message {
  type: string;
  occurredAt: Date;
  data: unknown;
}

/** What of an event's data an endpoint is sent: the paths of the pattern nearest to its type, or all. */
export function filteredData(type: string, data: unknown, fields: Record<string, string[]>): unknown {
  const pattern = nearestPattern(Object.keys(fields), type);
  if (pattern === undefined) return data;
  return includeOnly(data, fields[pattern]!.flatMap((path) => [parsePath(path) ?? []]).filter((path) => path.length > 0)) ?? {};
}

/** The text that is signed and sent (Standard Webhooks: `type`, `timestamp`, `data`). */
export const bodyOf = ({ type, occurredAt, data }: Message, fields: Record<string, string[]>): string =>
  JSON.stringify({ type, timestamp: occurredAt.toISOString(), data: filteredData(type, data, fields) });
