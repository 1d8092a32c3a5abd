/** Where a shortcut belongs in the sheet that lists them. A page's and a list's win over what works everywhere, and the part drawn last wins. */
export type ShortcutScope = 'general' | 'go' | 'page' | 'list';

export interface Shortcut {
  /**
   * Keys pressed one after another, parted by spaces: `g c`, `/`, `?`, `Enter`. A stroke may carry modifiers: `mod+k` (⌘ on Apple's
   * keyboards, Ctrl elsewhere), `shift+j`, `alt+n`.
   */
  keys: string;
  /** In the reader's language; the sheet shows it. */
  label: string;
  run: (event: KeyboardEvent) => void;
  scope?: ShortcutScope;
  /** Also while a text field has the focus or a dialog is open. For `mod+…` alone. */
  anywhere?: boolean;
  /** Works, but is not listed: a second spelling of one that is. */
  hidden?: boolean;
}

/** How long the next key of a sequence is waited for. */
const patience = 1_200;
const typing = 'input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]):not([type=range]), textarea, select, [contenteditable=""], [contenteditable=true], [role=combobox], [role=searchbox]';
const floating = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/** Every shortcut that works at the moment, and the one listener that hears them. */
export class ShortcutRegistry {
  private entries: Shortcut[] = [];
  private shown: readonly Shortcut[] = [];
  private readonly listeners = new Set<() => void>();
  private pressed: string[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Adds a shortcut; returns how to take it away. */
  add(shortcut: Shortcut): () => void {
    if (this.entries.length === 0) document.addEventListener('keydown', this.hear);
    this.entries = [...this.entries, shortcut];
    this.changed();
    return () => {
      this.entries = this.entries.filter((entry) => entry !== shortcut);
      if (this.entries.length === 0) document.removeEventListener('keydown', this.hear);
      this.changed();
    };
  }

  /** What the sheet lists: of two with the same keys, the one that would run. */
  readonly list = (): readonly Shortcut[] => this.shown;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  private changed(): void {
    const listed = this.entries.filter((entry) => !entry.hidden);
    this.shown = listed.filter((entry) => foremost(listed.filter(({ keys }) => keys === entry.keys)) === entry);
    this.listeners.forEach((listener) => listener());
  }

  private readonly hear = (event: KeyboardEvent): void => {
    // While an input method composes a character, keys belong to it (229 is how older engines say so).
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    if (['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'].includes(event.key)) return;
    const busy = isTaken(event.target);
    const usable = busy ? this.entries.filter((entry) => entry.anywhere) : this.entries;
    const found = this.match(usable, event);
    if (found === 'waiting') return this.wait();
    this.forget();
    if (!found || (event.repeat && found.keys.includes(' '))) return;
    event.preventDefault();
    found.run(event);
  };

  private match(usable: Shortcut[], event: KeyboardEvent): Shortcut | 'waiting' | undefined {
    const names = strokesOf(event);
    // What was begun goes on; if it leads nowhere, this key begins anew.
    for (const before of this.pressed.length > 0 ? [this.pressed, []] : [[]]) {
      const sequences = names.map((name) => [...before, name].join(' '));
      const exact = foremost(usable.filter((entry) => sequences.includes(normal(entry.keys))));
      if (exact) return exact;
      const begun = sequences.find((sequence) => usable.some((entry) => normal(entry.keys).startsWith(`${sequence} `)));
      if (begun !== undefined) {
        this.pressed = begun.split(' ');
        return 'waiting';
      }
    }
    return undefined;
  }

  private wait(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.forget(), patience);
  }

  private forget(): void {
    clearTimeout(this.timer);
    this.pressed = [];
  }
}

/** Of those with the same keys: the page's before what works everywhere, and what was drawn last. */
const foremost = (same: Shortcut[]): Shortcut | undefined => same.findLast(({ scope = 'page' }) => scope === 'page' || scope === 'list') ?? same.at(-1);

export const shortcuts = new ShortcutRegistry();

/** Whether keys typed there mean something else: text, or a choice in what floats above the page. */
function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${typing}, ${floating}`) !== null;
}

const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

/**
 * The names one key press answers to: its character, and on keyboards without Latin letters the letter of the key's place, so that
 * `g c` works for somebody who types Arabic.
 */
function strokesOf(event: KeyboardEvent): string[] {
  const mod = isApple() ? event.metaKey : event.ctrlKey;
  if ((isApple() ? event.ctrlKey : event.metaKey) || (event.altKey && event.key.length === 1 && !/^Key|^Digit/.test(event.code))) return [];
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const place = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
  const keys = place && !/^[\x20-\x7e]$/.test(key) ? [place] : [key];
  // On the Arabic layout the place of "/" types another character, and shift with it is "?".
  if (event.code === 'Slash' && !/^[\x20-\x7e]$/.test(key)) keys.push(event.shiftKey ? '?' : '/');
  return keys.flatMap((name) => {
    const letter = name.length > 1 || /[a-z]/.test(name);
    const modifiers = [mod && 'mod', event.altKey && 'alt', event.shiftKey && letter && 'shift'].filter(Boolean) as string[];
    return [[...modifiers, name].join('+')];
  });
}

const normal = (keys: string) => keys.replace(/(^|[ +])([A-Z])(?= |$)/g, (_, before: string, letter: string) => before + letter.toLowerCase());
