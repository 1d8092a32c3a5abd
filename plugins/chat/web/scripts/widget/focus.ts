const reachable = 'a[href],button:not(:disabled),input:not(:disabled),textarea:not(:disabled),select:not(:disabled),[tabindex="0"]';

const stops = (within: Element) => [...within.querySelectorAll<HTMLElement>(reachable)].filter((element) => element.getClientRects().length > 0);

/** Keeps Tab within an element while it is shown, and tells when Esc is pressed there. What is typed inside is kept from the page's own shortcuts. */
export function holdFocus(within: HTMLElement, root: ShadowRoot, leave: () => void): void {
  within.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    } else if (event.key === 'Tab') {
      const all = stops(within);
      const [first, last] = [all[0], all.at(-1)];
      const from = root.activeElement;
      const inside = from !== null && all.includes(from as HTMLElement);
      if (event.shiftKey ? from === first || !inside : from === last) {
        event.preventDefault();
        (event.shiftKey ? last : first)?.focus();
      }
    }
  });
  for (const name of ['keydown', 'keyup', 'keypress']) within.addEventListener(name, (event) => event.stopPropagation());
}
