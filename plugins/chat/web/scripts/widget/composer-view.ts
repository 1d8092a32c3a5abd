import type { ChatAttachment } from '../../../contract.ts';
import { keepPicture } from './attachment-view.ts';
import type { Chat } from './chat.ts';
import { Refused } from './doors.ts';
import { h, icon, put, set } from './dom.ts';
import type { Speech } from './texts.ts';

const mostFiles = 5;
/** What the server takes of visitors at most. */
const largest = 8 * 1024 * 1024;

/** Where the visitor writes. What is half written is kept, so a reload loses nothing. */
export function composerView(chat: Chat, speech: Speech): { element: HTMLElement; focus(): void; take(files: Iterable<File>): void } {
  const { t } = speech;
  const chosen: { chip: HTMLElement; sent: ChatAttachment | null; failed: boolean }[] = [];
  const text = h('textarea', { rows: 1, maxlength: 4000, dir: 'auto', placeholder: t('write'), 'aria-label': t('write'), enterkeyhint: 'send' });
  text.value = chat.shelf.get<string>('draft') ?? '';
  const files = h('div', { class: 'files' });
  const picker = h('input', { type: 'file', multiple: true, hidden: true, tabindex: -1, 'aria-hidden': 'true' });
  const attach = h('button', { class: 'quiet', type: 'button', 'aria-label': t('attach'), onclick: () => picker.click() }, icon('clip'));
  const button = h('button', { class: 'send', type: 'submit', 'aria-label': t('send') }, icon('send'));
  const element = h('form', { class: 'composer' }, files, h('div', { class: 'row' }, picker, attach, text, button));

  const busy = () => chosen.some(({ sent, failed }) => !sent && !failed);
  const ready = () => chosen.flatMap(({ sent }) => sent ?? []);
  function update(): void {
    put(files, ...chosen.map(({ chip }) => chip));
    set(button, { disabled: busy() || (!text.value.trim() && ready().length === 0) });
    text.style.height = 'auto';
    text.style.height = `${text.scrollHeight}px`;
  }
  function send(event?: Event): void {
    event?.preventDefault();
    const body = text.value.trim();
    if (busy() || (!body && ready().length === 0)) return;
    chat.send(body, ready());
    chat.shelf.remove('draft');
    text.value = '';
    chosen.length = 0;
    update();
    text.focus();
  }
  function take(list: Iterable<File>): void {
    for (const file of [...list].slice(0, mostFiles - chosen.length)) {
      const state = h('span', { class: 'spoken' }, t('uploading'));
      const item = { sent: null as ChatAttachment | null, failed: false, chip: h('div', { class: 'chip', 'aria-busy': 'true' }) };
      const drop = () => {
        chosen.splice(chosen.indexOf(item), 1);
        update();
        text.focus();
      };
      put(item.chip, icon('file', 16), h('span', {}, file.name), state, h('button', { class: 'quiet', type: 'button', 'aria-label': t('remove', { name: file.name }), onclick: drop }, icon('close', 14)));
      chosen.push(item);
      const fail = (why: string) => {
        item.failed = true;
        set(item.chip, { class: 'chip wrong', 'aria-busy': null });
        put(state, why);
        set(state, { class: null, role: 'alert' });
        update();
      };
      if (file.size > largest) fail(t('tooLarge', { size: speech.size(largest) }));
      else
        chat.upload(file).then(
          (sent) => {
            item.sent = sent;
            if (sent.width !== null) keepPicture(sent.id, file);
            set(item.chip, { 'aria-busy': null });
            put(state, speech.size(sent.size));
            update();
          },
          (error: unknown) => fail(t(error instanceof Refused && error.status === 413 ? 'tooLarge' : 'uploadFailed', { size: speech.size(largest) })),
        );
    }
    update();
  }

  element.addEventListener('submit', send);
  text.addEventListener('input', () => {
    chat.shelf.set('draft', text.value);
    chat.tellTyping(text.value !== '');
    update();
  });
  text.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) send(event);
  });
  text.addEventListener('paste', (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length > 0) {
      event.preventDefault();
      take(pasted);
    }
  });
  picker.addEventListener('change', () => {
    take(picker.files ?? []);
    picker.value = '';
  });
  update();
  return { element, focus: () => text.focus(), take };
}
