import type { ChatWidget } from './widget/public.ts';
import { readOptions } from './widget/options.ts';
import { startWidget } from './widget/start.ts';

declare global {
  interface Window {
    /** What the page may do with the chat; see `ChatWidget`. The only name the script leaves in the page. */
    chatWidget?: ChatWidget;
  }
}

const script = (document.currentScript ?? document.querySelector('script[src*="/x/chat/widget.js"]')) as HTMLScriptElement | null;
// A page that names the script twice gets one chat.
if (script?.src && !window.chatWidget) {
  window.chatWidget = startWidget(readOptions(script));
  document.dispatchEvent(new Event('chat-widget-ready'));
}
