import { definition, type Definition, type DraftFault } from '../../contract.ts';

/** A place in a definition, such as `cadence.steps.2.name`. */
export type Path = string;
/** What is wrong at a place: a fault the server told, or `incomplete` where the draft cannot even be kept yet. */
export interface Fault {
  path: Path;
  code: DraftFault['code'] | 'incomplete';
}

/** The draft as it is being written, with those who look at parts of it. Unchanged parts keep their identity, so that only what changed is drawn anew. */
export class DraftStore {
  draft: Definition;
  /** What cannot be kept yet; the server's faults come with its answers. */
  incomplete: Fault[] = [];
  faults: Fault[];
  /** The place somebody asked to be led to: what holds it opens. */
  wanted: { path: Path } | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(
    draft: Definition,
    faults: readonly Fault[],
    readonly readOnly: boolean,
    private readonly onChange: () => void,
  ) {
    this.draft = draft;
    this.faults = [...faults];
    this.judge();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  at<T>(path: Path): T {
    return path.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], this.draft) as T;
  }

  set(path: Path, value: unknown): void {
    if (this.readOnly) return;
    this.draft = withAt(this.draft, path.split('.'), value) as Definition;
    this.judge();
    this.tell();
    this.onChange();
  }

  goTo(path: Path): void {
    this.wanted = { path };
    this.tell();
  }

  /** What the server answered to the draft as it was sent. */
  tellFaults(faults: readonly Fault[]): void {
    this.faults = [...faults];
    this.tell();
  }

  /** Everything anew, such as a template's or another person's. */
  replace(draft: Definition, faults: readonly Fault[]): void {
    this.draft = draft;
    this.faults = [...faults];
    this.judge();
    this.tell();
  }

  all(): Fault[] {
    return [...this.incomplete, ...this.faults.filter(({ path }) => !this.incomplete.some((each) => each.path === path))];
  }

  private judge(): void {
    const result = definition.safeParse(this.draft);
    this.incomplete = result.success ? [] : result.error.issues.map(({ path }) => ({ path: path.join('.'), code: 'incomplete' as const }));
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}

function withAt(whole: unknown, [part, ...rest]: string[], value: unknown): unknown {
  if (part === undefined) return value;
  const inner = (whole as Record<string, unknown>)[part];
  const next = withAt(inner, rest, value);
  if (Array.isArray(whole)) return whole.map((each, index) => (index === Number(part) ? next : (each as unknown)));
  return { ...(whole as object), [part]: next };
}
