import { embed as ar } from '../../locales/ar.json';
import { embed as en } from '../../locales/en.json';
import { embed as es } from '../../locales/es.json';
import type { FrameMessage } from './messages.ts';

/**
 * Puts a tenant's booking page into a page of somebody else:
 *
 *     <script src="https://…/x/bookings/embed.js" data-event="intro" async></script>
 *
 * shows it in the place of the script; with `data-popup` there is a button instead, and elements with `data-book="intro"` anywhere on the
 * page open it in a dialog too. An empty `data-event` shows everything that can be booked. `data-theme` is `light` or `dark` where the page
 * is only one of them; `data-name`, `data-email` and `data-phone` fill in what is known of the visitor. When somebody has booked, the element
 * dispatches `booking:booked`, which bubbles; its `detail` says what and when.
 */
const script = document.currentScript as HTMLScriptElement | null;
if (script) start(script);

function start(own: HTMLScriptElement) {
  const { origin } = new URL(own.src);
  const { event, popup, theme, name, email, phone } = own.dataset;
  const language = (document.documentElement.lang || navigator.language).slice(0, 2);
  const words = { ar, en, es }[language] ?? en;

  const frameOf = (slug: string, onMessage: (message: FrameMessage) => void) => {
    const frame = document.createElement('iframe');
    const query = new URLSearchParams(Object.entries({ theme, name, email, phone }).filter(([, value]) => value) as [string, string][]);
    frame.src = `${origin}/embed/book${slug && `/${encodeURIComponent(slug)}`}?${query}`;
    frame.title = words.title;
    frame.style.cssText = 'display:block;width:100%;border:0;height:600px';
    addEventListener('message', ({ origin: from, source, data }: MessageEvent<FrameMessage>) => {
      // Only what our own frame says: other frames of the page may send anything, under any origin.
      if (from === origin && source === frame.contentWindow && typeof data?.type === 'string') onMessage(data);
    });
    return frame;
  };
  const place = (slug: string, teller: () => EventTarget, onClose?: () => void) => {
    const frame = frameOf(slug, (message) => {
      if (message.type === 'bookings:height') frame.style.height = `${message.height}px`;
      if (message.type === 'bookings:step' && frame.getBoundingClientRect().top < 0) frame.scrollIntoView({ block: 'start' });
      if (message.type === 'bookings:close') onClose?.();
      if (message.type !== 'bookings:booked') return;
      const { type: _, ...detail } = message;
      teller().dispatchEvent(new CustomEvent('booking:booked', { bubbles: true, detail }));
    });
    return frame;
  };

  /** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
  const open = (slug: string, opener: HTMLElement) => {
    const dialog = document.createElement('dialog');
    const close = document.createElement('button');
    const frame = place(slug, () => (opener.isConnected ? opener : document), () => dialog.close());
    dialog.setAttribute('aria-label', words.title);
    dialog.style.cssText = 'width:min(1040px,100%);max-width:100%;max-height:100%;padding:0;border:0;border-radius:12px;box-sizing:border-box;overflow:auto';
    close.type = 'button';
    close.textContent = '✕';
    close.setAttribute('aria-label', words.close);
    close.style.cssText = 'display:block;margin-inline-start:auto;width:44px;height:44px;border:0;background:none;color:inherit;font:18px/1 sans-serif;cursor:pointer';
    close.onclick = () => dialog.close();
    dialog.onclick = (click) => click.target === dialog && dialog.close();
    dialog.onclose = () => dialog.remove();
    dialog.append(close, frame);
    document.body.append(dialog);
    dialog.showModal();
  };

  if (popup !== undefined) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = popup || words.title;
    button.dataset.book = event ?? '';
    own.after(button);
  } else if (event !== undefined) {
    const frame = place(event, () => frame);
    own.after(frame);
  }

  const bookable = (target: EventTarget | null) => (target as Element | null)?.closest<HTMLElement>('[data-book]');
  document.addEventListener('click', (click) => {
    const opener = bookable(click.target);
    if (!opener || click.defaultPrevented) return;
    click.preventDefault();
    open(opener.dataset.book!, opener);
  });
  // What the page's author made of anything but a button or a link can be reached and pressed too.
  document.addEventListener('keydown', (press) => {
    const opener = bookable(press.target);
    if (!opener || press.target !== opener || !['Enter', ' '].includes(press.key) || opener.matches('a[href],button')) return;
    press.preventDefault();
    opener.click();
  });
  document.querySelectorAll<HTMLElement>('[data-book]:not(a[href],button)').forEach((opener) => {
    opener.tabIndex = 0;
    opener.setAttribute('role', 'button');
  });
}
