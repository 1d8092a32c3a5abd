import type { Chat } from './chat.ts';
import { composerView } from './composer-view.ts';
import { h, icon, put, set } from './dom.ts';
import { holdFocus } from './focus.ts';
import { formView, thanksView } from './form-view.ts';
import { logView } from './log-view.ts';
import type { Options } from './options.ts';
import type { Speech } from './texts.ts';

/** What the dialog shows. */
type Mode = 'wait' | 'talk' | 'ask' | 'away' | 'thanks' | 'thanks-later';

function modeOf({ active, left, loading, mustAsk, outbox, config, session, shelf }: Chat): Mode {
  if (left) return outbox.items.some(({ form }) => form) ? 'thanks-later' : 'thanks';
  if (mustAsk) return config.open ? 'ask' : 'away';
  if (active || session.now?.conversation) return 'talk';
  if (loading) return 'wait';
  if (!config.open) return 'away';
  const { askName, askEmail, questions } = config;
  const about = session.now ?? shelf.get<{ name?: string; email?: string }>('about');
  const asks = questions.length > 0 || (askName !== 'no' && !about?.name) || (askEmail !== 'no' && !about?.email);
  return asks ? 'ask' : 'talk';
}

/** The tenant's logo, of two the one for the surface; where there is none or it does not come, the first letter of its name. */
function markOf({ config: { name, logo, logoDark } }: Chat, { locale }: Speech, origin: string): HTMLElement {
  const letter = h('div', { class: 'mark', 'aria-hidden': 'true' }, [...name][0]?.toLocaleUpperCase(locale) ?? '');
  if (!logo) return letter;
  const images = [logo, logoDark ?? logo].map((path, dark) => h('img', { alt: '', class: dark ? 'on-dark' : 'on-light', src: new URL(path, origin).href }));
  const mark = h('div', { class: 'logo' }, ...images);
  for (const image of images) image.addEventListener('error', () => put(mark, letter));
  return mark;
}

/** The dialog: who one talks to, and whatever takes place. */
export function panelView(chat: Chat, speech: Speech, { origin }: Options, root: ShadowRoot, close: () => void) {
  const { t } = speech;
  const { config } = chat;
  const title = h('h2', { id: 'title', tabindex: -1 }, config.name);
  const status = h('p');
  const mark = markOf(chat, speech, origin);
  const leave = h('button', { class: 'quiet', type: 'button', 'aria-label': t('close'), onclick: close }, icon('close'));
  const head = h('div', { class: 'head' }, mark, h('div', { class: 'who' }, title, status), leave);
  const notice = h('div', { class: 'notice', role: 'status' });
  const body = h('div', { class: 'body' });
  const element = h('div', { class: 'panel', role: 'dialog', 'aria-labelledby': 'title', hidden: true }, head, notice, body);
  const whole = matchMedia('(max-width: 480px), (max-height: 420px)');
  const coarse = matchMedia('(pointer: coarse)');

  let mode: Mode | null = null;
  let talk: { log: ReturnType<typeof logView>; composer: ReturnType<typeof composerView> } | null = null;

  function show(next: Mode): void {
    const hadFocus = body.contains(root.activeElement) || (mode === 'wait' && root.activeElement === title);
    mode = next;
    talk = null;
    const again = () => {
      chat.left = null;
      update();
      focus();
    };
    set(body, { 'aria-busy': next === 'wait' && 'true' });
    if (next === 'wait') put(body);
    else if (next === 'talk') {
      talk = { log: logView(chat, speech), composer: composerView(chat, speech) };
      put(body, talk.log.element, talk.composer.element);
    } else if (next === 'ask' || next === 'away') put(body, formView(chat, speech, next === 'away'));
    else put(body, thanksView(speech, chat.left!, next === 'thanks', again));
    if (hadFocus) focus();
  }
  function update(): void {
    const next = modeOf(chat);
    if (next !== mode) show(next);
    talk?.log.update();
    set(status, { class: chat.config.open ? 'here' : null });
    put(status, t(chat.config.open ? 'here' : 'away'));
    const cut = chat.link === 'away' || chat.outbox.stuck;
    const back = !chat.config.open && mode === 'talk' && (chat.config.changesAt ? t('back', { when: speech.moment(new Date(chat.config.changesAt)) }) : t('awayText'));
    const text = cut ? t('cut') : back || null;
    if (notice.textContent !== (text ?? '')) put(notice, text && icon(cut ? 'alert' : 'clock', 16), text && h('span', {}, text));
  }
  function focus(): void {
    // Under a finger the keyboard would hide what there is to read.
    if (coarse.matches) return title.focus();
    if (talk) talk.composer.focus();
    else (body.querySelector<HTMLElement>('input,textarea,select,button') ?? title).focus();
  }

  holdFocus(element, root, close);
  for (const name of ['dragenter', 'dragover', 'dragleave', 'drop'] as const)
    element.addEventListener(name, (event) => {
      if (!talk) return;
      event.preventDefault();
      element.classList.toggle('over', name === 'dragenter' || name === 'dragover');
      if (name === 'drop') talk.composer.take(event.dataTransfer?.files ?? []);
    });
  // What the phone's keyboard leaves of the screen.
  visualViewport?.addEventListener('resize', () => element.style.setProperty('--visible', `${visualViewport!.height}px`));

  return {
    element,
    update,
    focus,
    toggle(open: boolean) {
      set(element, { hidden: !open, 'aria-modal': whole.matches && 'true' });
      document.documentElement.style.overflow = open && whole.matches ? 'hidden' : '';
      if (open) update();
    },
  };
}
