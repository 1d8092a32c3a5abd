/** People whom a text names as `@[Ana Ruiz](user:12)`. */
const mention = /@\[([^\]\n]{1,200})\]\(user:(\d{1,9})\)/g;

/** Ids of the users a text names, each once, in the order they are named. */
export function mentionsIn(text: string): number[] {
  return [...new Set([...text.matchAll(mention)].map(([, , id]) => Number(id)))].filter((id) => id > 0);
}

/** The text as a person reads it: `@Ana Ruiz`. */
export const withoutMarks = (text: string): string => text.replace(mention, '@$1');
