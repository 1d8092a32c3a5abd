import { Chat } from './chat.ts';
import { Refused, openDoors, type Doors } from './doors.ts';
import { h, icon, put, set } from './dom.ts';
import { dress } from './look.ts';
import type { Options } from './options.ts';
import { panelView } from './panel-view.ts';
import type { ChatEvents, ChatWidget, Identity } from './public.ts';
import { openShelf } from './shelf.ts';
import { chooseLocale, speak } from './texts.ts';
import { backOff, sleep } from './wait.ts';
import { warn } from './warn.ts';

/** Starts the chat of the host the script came from. It draws nothing before it knows the tenant's look, and asks for nothing but that. */
export function startWidget(options: Options): ChatWidget {
  const listeners = new Map<string, Set<(detail: never) => void>>();
  const emit = <Name extends keyof ChatEvents>(name: Name, detail: ChatEvents[Name]) => listeners.get(name)?.forEach((listener) => listener(detail as never));
  let drawn: { toggle: (open: boolean) => void; chat: Chat } | null = null;
  let [wantsOpen, identity]: [boolean, Identity | null | undefined] = [false, undefined];

  const doors = openDoors(options.origin);
  void enter(doors).then((found) => {
    if (!found) return;
    drawn = draw(options, doors, found, emit);
    if (identity === null) drawn.chat.identify(null);
    void drawn.chat.resume(identity ?? options.identity);
    if (wantsOpen) drawn.toggle(true);
  });
  return {
    open: () => (drawn ? drawn.toggle(true) : void (wantsOpen = true)),
    close: () => (drawn ? drawn.toggle(false) : void (wantsOpen = false)),
    identify: (who) => (drawn ? drawn.chat.identify(who) : void (identity = who)),
    on(name, listener) {
      const own = listeners.get(name) ?? new Set();
      listeners.set(name, own.add(listener));
      return () => void own.delete(listener);
    },
  };
}

/** The tenant's settings and look; null where this page may not have the chat. */
async function enter(doors: Doors): Promise<{ config: Chat['config']; look: string } | null> {
  for (let tries = 0; ; tries++) {
    const [config, look] = await Promise.allSettled([doors.config(), doors.look()]);
    if (config.status === 'fulfilled' && look.status === 'fulfilled') {
      if (document.readyState === 'loading') await new Promise((ready) => document.addEventListener('DOMContentLoaded', ready));
      return { config: config.value, look: look.value };
    }
    // Browsers do not tell a refusal from a cut; but the look is for everybody.
    if (config.status === 'rejected' && ((config.reason instanceof Refused && !config.reason.passing) || (look.status === 'fulfilled' && !(config.reason instanceof Refused)))) {
      if (config.reason instanceof Refused && config.reason.code !== 'core.foreign-origin') warn(`The chat is not there (${config.reason.code}).`);
      else warn(`${location.origin} is not among the websites that may show this chat. Add it in the settings of the chat.`);
      return null;
    }
    await sleep(backOff(tries, 2000)).done;
  }
}

type Emit = <Name extends keyof ChatEvents>(name: Name, detail: ChatEvents[Name]) => void;

function draw(options: Options, doors: Doors, { config, look }: { config: Chat['config']; look: string }, emit: Emit) {
  const { host } = new URL(options.origin);
  const locale = chooseLocale([options.locale, document.documentElement.lang, ...navigator.languages], config);
  const speech = speak(locale);
  const { t } = speech;
  const element = document.createElement('chat-widget');
  if (options.theme) element.dataset.theme = options.theme;
  const root = element.attachShadow({ mode: 'open' });
  dress(root, look);

  let pending = 0;
  const changed = () => (pending ||= requestAnimationFrame(update));
  const chat = new Chat(doors, openShelf(host), config, `chat-widget ${host}`, () => locale, { changed, emit });
  const badge = h('span', { class: 'badge', 'aria-hidden': 'true' });
  const launcher = h('button', { class: 'launcher', type: 'button', 'aria-haspopup': 'dialog', onclick: () => toggle(!chat.isOpen) });
  const panel = panelView(chat, speech, options, root, () => toggle(false));
  const news = h('p', { class: 'spoken', role: 'status' });
  const wrapper = h('div', { class: 'root', dir: speech.direction, lang: locale }, panel.element, launcher, news);
  root.append(wrapper);
  document.body.append(element);
  // Pages that swap their whole body keep the chat.
  new MutationObserver(() => element.isConnected || document.body?.append(element)).observe(document.documentElement, { childList: true });

  function update(): void {
    pending = 0;
    const { unread, isOpen } = chat;
    if (isOpen) panel.update();
    set(wrapper, { class: `root ${options.side}${isOpen ? ' opened' : ''}` });
    put(badge, unread > 9 ? '9+' : String(unread));
    set(launcher, { 'aria-expanded': String(isOpen), 'aria-label': isOpen ? t('close') : unread ? `${t('open')}. ${t('unread', { count: unread })}` : t('open') });
    put(launcher, icon(isOpen ? 'down' : 'chat', 26), unread > 0 && !isOpen && badge);
    const said = unread > 0 && !isOpen ? t('unread', { count: unread }) : '';
    if (news.textContent !== said) put(news, said);
  }
  function toggle(open: boolean): void {
    if (open === chat.isOpen) return;
    chat.setOpen(open);
    panel.toggle(open);
    update();
    if (open) panel.focus();
    else launcher.focus();
    emit(open ? 'open' : 'close', undefined);
  }
  watchHours(chat, doors, changed);
  update();
  return { toggle, chat };
}

/** Looks again when the office opens or closes. */
function watchHours(chat: Chat, doors: Doors, changed: () => void): void {
  const { changesAt } = chat.config;
  if (!changesAt) return;
  const ms = Math.min(2 ** 31 - 1, Math.max(1000, new Date(changesAt).getTime() - Date.now() + 1000));
  setTimeout(() => {
    void doors
      .config()
      .then((config) => (chat.config = config), () => null)
      .then(changed)
      .then(() => watchHours(chat, doors, changed));
  }, ms);
}
