import type { ChatAttachment } from '../../../contract.ts';
import type { Chat } from './chat.ts';
import { h, icon, put } from './dom.ts';
import type { Speech } from './texts.ts';

const pictures = new Map<number, Promise<string>>();

/** A picture that was just chosen need not be fetched back. */
export function keepPicture(id: number, file: File): void {
  pictures.set(id, Promise.resolve(URL.createObjectURL(file)));
}

/** A picture to look at, or a file to save. Its bytes are asked for with the visitor's token, so it has no address that others could open. */
export function attachmentView(chat: Chat, speech: Speech, { id, name, size, width, height }: ChatAttachment): HTMLElement {
  const { t } = speech;
  const load = () => chat.content(id).then((blob) => URL.createObjectURL(blob));
  const save = async () => {
    const href = await load();
    h('a', { href, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  };
  const file = () =>
    h('button', { class: 'file', type: 'button', 'aria-label': t('download', { name }), onclick: () => void save().catch(() => null) }, icon('file', 18), h('span', {}, name), h('span', { class: 'size' }, speech.size(size)));
  if (width === null || height === null) return file();

  const box = h('div', { class: 'holder' });
  const image = h('img', { alt: t('picture', { name }), width, height });
  const open = async () => self.open(await picture(), '_blank', 'noopener');
  const picture = () => {
    if (!pictures.has(id)) pictures.set(id, load());
    return pictures.get(id)!;
  };
  // A strict page may forbid pictures made in the browser; the file is still there.
  image.addEventListener('error', () => put(box, file()));
  put(box, h('button', { class: 'picture', type: 'button', onclick: () => void open() }, image));
  picture().then(
    (address) => (image.src = address),
    () => {
      pictures.delete(id);
      put(box, file());
    },
  );
  return box;
}
