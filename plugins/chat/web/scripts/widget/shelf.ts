/** What this browser keeps for the chat of one host, in all its tabs. Where the page may keep nothing, it lasts as long as the page. */
export interface Shelf {
  get<T>(key: string): T | null;
  set(key: string, value: unknown): void;
  remove(key: string): void;
  /** Values under keys that begin so. */
  all<T>(beginning: string): T[];
  /** Called with a key when another tab changed it. */
  watch(changed: (key: string) => void): void;
}

export function openShelf(host: string, kept: Storage | null = storage()): Shelf {
  const prefix = `chat-widget ${host} `;
  const fleeting = new Map<string, string>();
  const read = (key: string): string | null => fleeting.get(key) ?? quietly(() => kept?.getItem(prefix + key)) ?? null;
  const keys = () => new Set([...fleeting.keys(), ...(quietly(() => Object.keys(kept ?? {})) ?? []).flatMap((key) => (key.startsWith(prefix) ? key.slice(prefix.length) : []))]);
  const parse = <T>(text: string | null): T | null => (text === null ? null : (quietly(() => JSON.parse(text) as T) ?? null));
  return {
    get: (key) => parse(read(key)),
    set(key, value) {
      const text = JSON.stringify(value);
      // Full or forbidden: kept for this page at least.
      if (!quietly(() => (kept!.setItem(prefix + key, text), true))) fleeting.set(key, text);
      else fleeting.delete(key);
    },
    remove(key) {
      fleeting.delete(key);
      quietly(() => kept?.removeItem(prefix + key));
    },
    all: <T>(beginning: string) => [...keys()].flatMap((key) => (key.startsWith(beginning) ? (parse<T>(read(key)) ?? []) : [])) as T[],
    watch(changed) {
      addEventListener('storage', ({ key, storageArea }) => {
        if (storageArea === kept && key?.startsWith(prefix)) changed(key.slice(prefix.length));
      });
    },
  };
}

const storage = () => quietly(() => localStorage) ?? null;

function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
