export type Size = 'small' | 'tall' | 'wide' | 'medium' | 'large';

/** A widget on somebody's dashboard. */
export interface Placed {
  id: string;
  size: Size;
}
/** What preference `dashboard` holds. */
export interface Arrangement {
  /** In order; those of plugins that are off keep their places. */
  widgets: Placed[];
  /** What there was to choose from: a widget that came later is added at the end, one that was removed stays away. */
  known: string[];
}

/** What is kept, as far as it makes sense, completed by widgets that came since; without anything kept, all there is. */
export function arrange(available: readonly Placed[], kept: unknown): Placed[] {
  const { widgets, known } = read(kept);
  const seen = new Set([...known, ...widgets.map(({ id }) => id)]);
  return [...widgets, ...available.filter(({ id }) => !seen.has(id)).map(({ id, size }) => ({ id, size }))];
}

export const visible = (list: readonly Placed[], available: readonly Placed[]): Placed[] => {
  const ids = new Set(available.map(({ id }) => id));
  return list.filter(({ id }) => ids.has(id));
};

const sizes: readonly unknown[] = ['small', 'tall', 'wide', 'medium', 'large'];

/** A preference is data from outside: what does not fit is left out. */
export function read(kept: unknown): Arrangement {
  if (typeof kept !== 'object' || kept === null) return { widgets: [], known: [] };
  const { widgets, known } = kept as { widgets?: unknown; known?: unknown };
  const good = (Array.isArray(widgets) ? widgets : []).filter((one): one is Placed => typeof one === 'object' && one !== null && typeof (one as Placed).id === 'string' && sizes.includes((one as Placed).size));
  return {
    widgets: good.filter(({ id }, index) => good.findIndex((other) => other.id === id) === index),
    known: (Array.isArray(known) ? known : []).filter((id): id is string => typeof id === 'string'),
  };
}
