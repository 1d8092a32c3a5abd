import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { type Shortcut, shortcuts } from './registry.ts';
import { useShortcut } from './use-shortcut.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

let root: Root;
const ran: string[] = [];
const does = (keys: string, more: Partial<Shortcut> = {}): Shortcut => ({ keys, label: keys, run: () => void ran.push(keys), ...more });

function Page({ own }: { own: (Shortcut | null)[] }) {
  return (
    <>
      {own.map((shortcut, index) => (
        <One key={index} shortcut={shortcut} />
      ))}
      <input id="text" />
      <input id="box" type="checkbox" />
      <div role="dialog">
        <button type="button" id="inside" />
      </div>
    </>
  );
}
function One({ shortcut }: { shortcut: Shortcut | null }) {
  useShortcut(shortcut);
  return null;
}
const draw = (...own: (Shortcut | null)[]) => act(() => root.render(<Page own={own} />));
const press = (key: string, init: KeyboardEventInit = {}, target: Element = document.body) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
};
const at = (id: string) => document.getElementById(id)!;

beforeEach(() => {
  jest.useFakeTimers();
  ran.length = 0;
  root = createRoot(document.body.appendChild(document.createElement('div')));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
  jest.useRealTimers();
});

it('runs a key and swallows it', () => {
  draw(does('c'));
  expect(press('c').defaultPrevented).toBe(true);
  expect(press('x').defaultPrevented).toBe(false);
  expect(ran).toEqual(['c']);
});

it('runs a sequence, not the key that ends it', () => {
  draw(does('c'), does('g c'), does('g d'));
  press('g');
  press('c');
  press('c');
  expect(ran).toEqual(['g c', 'c']);
});

it('begins anew with the key that breaks a sequence', () => {
  draw(does('g c'), does('x'));
  press('g');
  press('x');
  press('g');
  press('g');
  press('c');
  expect(ran).toEqual(['x', 'g c']);
});

it('forgets a sequence that was not finished in time', () => {
  draw(does('c'), does('g c'));
  press('g');
  jest.advanceTimersByTime(1_300);
  press('c');
  expect(ran).toEqual(['c']);
});

it('leaves keys alone that are typed into a field, but not those on a checkbox', () => {
  draw(does('c'), does('x'));
  press('c', {}, at('text'));
  press('x', {}, at('box'));
  expect(ran).toEqual(['x']);
});

it('leaves keys alone in a dialog, except those that work anywhere', () => {
  draw(does('c'), does('mod+k', { anywhere: true }));
  press('c', {}, at('inside'));
  press('k', { ctrlKey: true }, at('inside'));
  press('k', { ctrlKey: true }, at('text'));
  expect(ran).toEqual(['mod+k', 'mod+k']);
});

it('leaves keys to an input method that composes', () => {
  draw(does('c'));
  press('c', { isComposing: true });
  press('Process', { keyCode: 229 } as KeyboardEventInit);
  expect(ran).toEqual([]);
});

it('does not take what the browser or the system means by a modifier', () => {
  draw(does('c'), does('r'));
  press('c', { ctrlKey: true });
  press('r', { metaKey: true });
  expect(ran).toEqual([]);
});

it('tells ? from /, and shift with a letter from the letter', () => {
  draw(does('?'), does('/'), does('x'), does('shift+x'));
  press('?', { shiftKey: true, code: 'Slash' });
  press('/', { code: 'Slash' });
  press('X', { shiftKey: true, code: 'KeyX' });
  expect(ran).toEqual(['?', '/', 'shift+x']);
});

it('goes by the place of the key on a keyboard without Latin letters', () => {
  draw(does('g c'), does('?'));
  press('ل', { code: 'KeyG' });
  press('ؤ', { code: 'KeyC' });
  press('؟', { shiftKey: true, code: 'Slash' });
  expect(ran).toEqual(['g c', '?']);
});

it('lets what was drawn last win, and gives the keys back when it goes', () => {
  draw(does('c', { label: 'shell' }), { ...does('c'), label: 'page', run: () => void ran.push('page') });
  press('c');
  expect(shortcuts.list().map(({ label }) => label)).toEqual(['page']);
  draw(does('c', { label: 'shell' }), null);
  press('c');
  expect(ran).toEqual(['page', 'c']);
});

it("prefers a page's shortcut to one that works everywhere, in whatever order they were drawn", () => {
  draw(does('c', { scope: 'page', run: () => void ran.push('page') }), does('c', { scope: 'general', run: () => void ran.push('everywhere') }));
  press('c');
  expect(ran).toEqual(['page']);
  expect(shortcuts.list()).toHaveLength(1);
});

it('calls the newest function without being registered again', () => {
  draw({ keys: 'c', label: 'c', run: () => void ran.push('old') });
  const before = shortcuts.list()[0];
  draw({ keys: 'c', label: 'c', run: () => void ran.push('new') });
  press('c');
  expect(ran).toEqual(['new']);
  expect(shortcuts.list()[0]).toBe(before);
});

it('hears nothing once nothing is drawn', () => {
  draw(does('c'));
  draw();
  press('c');
  expect(ran).toEqual([]);
});
