import type { Chat } from './chat.ts';
import { h, icon } from './dom.ts';
import { field, type Field } from './fields.ts';
import { readQuestion } from './questions.ts';
import type { About } from './session.ts';
import type { Speech } from './texts.ts';

/** What stands where the conversation will be: the questions before it, or the form outside office hours. */
export function formView(chat: Chat, speech: Speech, away: boolean): HTMLElement {
  const { t } = speech;
  const { config, session } = chat;
  const known = session.now;
  const asked = config.questions.map(readQuestion);
  const draft = chat.shelf.get<string>('draft') ?? '';

  const name = (away || config.askName !== 'no') && !(known?.verified && known.name)
    ? field(speech, { name: 'name', label: t('name'), type: 'text', required: away || config.askName === 'required', longest: 100, autocomplete: 'name', value: known?.name ?? '' }) : null;
  const email = (away || config.askEmail !== 'no') && !(known?.verified && known.email)
    ? field(speech, { name: 'email', label: t('email'), type: 'email', required: away || config.askEmail === 'required', longest: 254, autocomplete: 'email', value: known?.email ?? '' }) : null;
  const answers = asked.map(({ label, type, choices, required }, at) => field(speech, { name: `question-${at}`, label, type, choices, required }));
  const message = field(speech, { name: 'message', label: t('message'), type: 'long', required: true, longest: 4000, value: draft });
  message.input.addEventListener('input', () => chat.shelf.set('draft', message.input.value));
  const fields = [name, email, ...answers, message].filter((each): each is Field => each !== null);

  const submit = (event: Event) => {
    event.preventDefault();
    const wrong = fields.filter((each) => !each.check());
    if (wrong.length > 0) return wrong[0]!.input.focus();
    const said = Object.fromEntries(asked.flatMap(({ label }, at) => (answers[at]!.value() ? [[label.slice(0, 120), answers[at]!.value()]] : [])));
    const about: About = {
      ...(name?.value() && { name: name.value() }),
      ...(email?.value() && { email: email.value() }),
      ...(Object.keys(said).length > 0 && { answers: said }),
    };
    chat.shelf.remove('draft');
    const text = message.value();
    if (away) chat.leave({ ...about, name: name?.value() ?? known!.name!, email: email?.value() ?? known!.email! }, text);
    else chat.send(text, [], about);
  };

  const lead = away ? config.offlineText || t('awayText') : config.greeting || t('greeting');
  const back = away && config.changesAt ? t('back', { when: speech.moment(new Date(config.changesAt)) }) : null;
  return h(
    'form',
    { class: 'form', novalidate: true, onsubmit: submit },
    h('p', { class: 'lead', dir: 'auto' }, away && h('strong', {}, t('away')), lead, back && ` ${back}`),
    chat.mustAsk && h('p', { class: 'wrongly', role: 'alert' }, t('refused')),
    ...fields.map(({ element }) => element),
    h('button', { class: 'main', type: 'submit' }, t(away ? 'leave' : 'start')),
  );
}

/** After something was left by the form: whether it has arrived, and where the answer goes. */
export function thanksView({ t }: Speech, email: string, arrived: boolean, again: () => void): HTMLElement {
  return h(
    'div',
    { class: 'form' },
    h(
      'div',
      { class: 'form thanks', role: 'status' },
      h('div', { class: 'round' }, icon(arrived ? 'check' : 'clock', 24)),
      h('p', { class: 'lead' }, h('strong', {}, t(arrived ? 'thanks' : 'kept')), t(arrived ? 'answerTo' : 'keptText', { email })),
      h('button', { class: 'chip earlier', type: 'button', onclick: again }, t('another')),
    ),
  );
}
