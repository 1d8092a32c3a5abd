import { h, put, set } from './dom.ts';
import type { Question } from './questions.ts';
import type { Speech } from './texts.ts';

export interface Field {
  element: HTMLElement;
  input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  value(): string;
  /** Says at the field what is wrong; answers whether it is right. */
  check(): boolean;
}

interface Spec {
  name: string;
  label: string;
  type: Question['type'] | 'email' | 'long';
  choices?: string[];
  required: boolean;
  longest?: number;
  autocomplete?: string;
  value?: string;
}

/** As strict as the server, so that what passes here is not refused there. */
const address = /^(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@([a-z\d][a-z\d-]*\.)+[a-z]{2,}$/i;

/** A labelled field whose fault stands below it and is read out with it. */
export function field({ t }: Speech, { name, label, type, choices = [], required, longest = 500, autocomplete = 'off', value = '' }: Spec): Field {
  const common = { id: name, name, 'aria-required': required && 'true', autocomplete, maxlength: longest };
  const input =
    type === 'long'
      ? h('textarea', { ...common, rows: 4, dir: 'auto' })
      : type === 'choice'
        ? h('select', { ...common, maxlength: null }, ...['', ...choices].map((choice) => h('option', { value: choice }, choice)))
        : h('input', { ...common, type, dir: type === 'text' ? 'auto' : null, inputmode: type === 'number' ? 'decimal' : null });
  input.value = value;
  const wrong = h('p', { class: 'wrongly', id: `${name}-wrong`, hidden: true });
  const check = () => {
    const empty = !input.value.trim();
    const wrongly = input.validity.badInput || (type === 'email' && !empty && !address.test(input.value.trim()));
    const fault = wrongly ? t(type === 'email' ? 'wrongEmail' : 'wrongValue') : required && empty ? t('required') : null;
    set(input, { 'aria-invalid': fault && 'true', 'aria-describedby': fault && wrong.id });
    set(wrong, { hidden: !fault });
    put(wrong, fault);
    return !fault;
  };
  // Once something was wrong, it is right as soon as it is right.
  input.addEventListener('input', () => input.hasAttribute('aria-invalid') && check());
  const element = h('div', { class: 'field' }, h('label', { for: name }, label, !required && h('span', {}, ` ${t('optional')}`)), input, wrong);
  return { element, input, value: () => input.value.trim(), check };
}
