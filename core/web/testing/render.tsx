import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { NextIntlClientProvider } from 'next-intl';
import { AppRouterContext, type AppRouterInstance } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { QueryProvider } from '../data/query.tsx';
import ar from '../locales/ar.json';
import en from '../locales/en.json';
import es from '../locales/es.json';

const messages = { ar, en, es };
(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

/** What the window of a browser has and jsdom has not: sizes, and observers of them. */
function layout() {
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.scrollIntoView ??= () => {};
  Element.prototype.scrollTo ??= function (this: Element, options?: ScrollToOptions | number) {
    if (typeof options === 'object') this.scrollTop = options.top ?? 0;
  } as never;
  Element.prototype.getAnimations ??= () => [];
  globalThis.matchMedia ??= ((query: string) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {}, addListener() {}, removeListener() {} })) as never;
  globalThis.PointerEvent ??= class extends MouseEvent {} as never;
}

export interface Rendered {
  container: HTMLElement;
  /** Where the router was sent. */
  visited: string[];
  rerender: (node: ReactNode) => Promise<void>;
  unmount: () => Promise<void>;
}

/** Draws components in jsdom in a language, with a router that only notes where it was sent. */
export async function render(node: ReactNode, locale: keyof typeof messages = 'en'): Promise<Rendered> {
  layout();
  const container = document.body.appendChild(document.createElement('main'));
  const visited: string[] = [];
  const go = (href: string) => void visited.push(href);
  const router = { push: go, replace: go, prefetch() {}, back() {}, forward() {}, refresh() {} } as unknown as AppRouterInstance;
  const root = createRoot(container);
  const draw = (content: ReactNode) =>
    act(async () =>
      root.render(
        <AppRouterContext.Provider value={router}>
          <NextIntlClientProvider locale={locale} messages={{ core: messages[locale] }} timeZone="Europe/Madrid" now={new Date('2026-11-23T12:00:00Z')}>
            <QueryProvider>{content}</QueryProvider>
          </NextIntlClientProvider>
        </AppRouterContext.Provider>,
      ),
    );
  await draw(node);
  return { container, visited, rerender: draw, unmount: () => act(async () => root.unmount()) };
}

/** Presses a key where the focus is, or on an element. */
export async function press(key: string, init: KeyboardEventInit = {}, target: Element = document.activeElement ?? document.body): Promise<void> {
  await act(async () => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...init }));
    target.dispatchEvent(new KeyboardEvent('keyup', { key, code: key, bubbles: true, cancelable: true, ...init }));
  });
}

export const focus = (element: HTMLElement) => act(async () => element.focus());

export async function click(target: Element, init: MouseEventInit = {}): Promise<void> {
  await act(async () => {
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click']) {
      const Kind = type.startsWith('pointer') ? PointerEvent : MouseEvent;
      target.dispatchEvent(new Kind(type, { bubbles: true, cancelable: true, button: 0, detail: 1, ...init }));
    }
  });
}

/** Types into a field as React hears it. */
export async function type(field: Element, text: string): Promise<void> {
  await act(async () => {
    const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(prototype, 'value')!.set!.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Lets promises, lazy parts and timers of up to `ms` come to pass. */
export const rest = (ms = 0) => act(() => new Promise<void>((resolve) => setTimeout(resolve, ms)));
