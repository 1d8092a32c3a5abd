/** People whom a note names as `@[Ana Ruiz](user:12)`. */
const mention = /@\[[^\]\n]{1,200}\]\(user:(\d{1,9})\)/g;

/** Ids of the users a text names, each once, fifty at most. */
export const mentionsIn = (text: string): number[] => [...new Set([...text.matchAll(mention)].map(([, id]) => Number(id)))].filter((id) => id > 0).slice(0, 50);
