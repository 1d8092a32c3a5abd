type Child = Node | string | null | undefined | false;
type Props = Record<string, unknown>;

/**
 * Makes an element. A property that is a function listens (`onclick`), `class` and whatever has a dash or is unknown to the element becomes an
 * attribute, null and false are left out. Texts stay texts: nothing here reads HTML.
 */
export function h<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, props: Props = {}, ...children: Child[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  set(element, props);
  put(element, ...children);
  return element;
}

export function set(element: Element, props: Props): void {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value as EventListener);
    else if (value === null || value === undefined || value === false) element.removeAttribute(name);
    else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Makes these the element's children, and leaves those that stay where they are: nothing loses its focus or is announced anew. */
export function put(parent: Element, ...children: Child[]): void {
  const wanted = children.filter((child): child is Node | string => child !== null && child !== undefined && child !== false && child !== '');
  let at = parent.firstChild;
  for (const child of wanted) {
    if (at === child || (typeof child === 'string' && at?.nodeType === 3 && at.nodeValue === child)) {
      at = at!.nextSibling;
      continue;
    }
    parent.insertBefore(typeof child === 'string' ? document.createTextNode(child) : child, at);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

const drawings = {
  chat: 'M21 15a2 2 0 0 1-2 2H8l-5 4V5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2z',
  close: 'M18 6 6 18M6 6l12 12',
  down: 'm6 9 6 6 6-6',
  clip: 'm21.4 11-9.2 9.2a6 6 0 0 1-8.5-8.5l9.2-9.2a4 4 0 0 1 5.7 5.7l-9.2 9.2a2 2 0 0 1-2.9-2.9l8.5-8.4',
  send: 'M12 19V5M5 12l7-7 7 7',
  file: 'M14 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8zM14 2v6h6',
  check: 'm5 12 5 5L20 7',
  clock: 'M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18',
  alert: 'M12 8v5M12 16.5v.01M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18',
};

/** A line drawing; says nothing to screen readers. */
export function icon(name: keyof typeof drawings, size = 20): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  set(svg, { viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': 'true', class: 'icon' });
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', drawings[name]);
  svg.append(path);
  return svg;
}
