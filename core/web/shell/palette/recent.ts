import type { PaletteEntry } from './entry.ts';

/** What was opened through the palette last, on this device, until its user signs out. */
export type Recent = Pick<PaletteEntry, 'id' | 'label' | 'detail' | 'href' | 'icon'>;
const most = 6;
const prefix = 'palette-recent:';

export function readRecent(userId: number): Recent[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(prefix + userId) ?? '[]');
    return Array.isArray(kept) ? (kept as Recent[]).filter(({ id, label, href }) => id && label && href).slice(0, most) : [];
  } catch {
    return [];
  }
}

export function addRecent(userId: number, { id, label, detail, href, icon }: PaletteEntry): void {
  const next = [{ id, label, detail, href, icon }, ...readRecent(userId).filter((entry) => entry.id !== id)].slice(0, most);
  try {
    localStorage.setItem(prefix + userId, JSON.stringify(next));
  } catch {
    // A full or forbidden store costs the list of recent entries and nothing else.
  }
}

/** Names of records must not stay on a device that others use. */
export function forgetRecent(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
