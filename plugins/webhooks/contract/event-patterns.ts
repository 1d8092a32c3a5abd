import { z } from 'zod';

/** Stands for every type of event. */
export const everyEvent = '*';

/** Which events an endpoint hears: a type (`client.created`), all that begin alike (`client.*`), or all (`*`). */
export const eventPattern = z.union([z.literal(everyEvent), z.string().max(100).regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*(\.\*)?$/, 'must be a type of event, such as client.created or client.*')]);

/** Whether one of the patterns names the type. */
export const hears = (patterns: readonly string[], type: string): boolean =>
  patterns.some((pattern) => pattern === everyEvent || pattern === type || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1))));

/** The pattern of the list that says most about a type: itself before its prefixes, the longest first, before all. */
export const nearestPattern = (patterns: readonly string[], type: string): string | undefined =>
  patterns.filter((pattern) => hears([pattern], type)).sort((a, b) => Number(b === type) - Number(a === type) || b.length - a.length)[0];
