/**
 * Templates the kernel knows. `notice` and `letter` carry their own words, for plugins: a notice is drawn like the kernel's mails, a letter is what
 * a person wrote, with the tenant's name below it.
 */
export type Template = 'reset' | 'verify' | 'registered-again' | 'invitation' | 'password-changed' | 'notice' | 'letter';

/** Words of one mail; `{name}`-like placeholders are filled from its parameters and from `{tenant}`. */
export interface Message {
  subject: string;
  heading: string;
  body: string;
  /** Label of the link; absent where there is none. */
  button?: string;
  note?: string;
}

export type Messages = Record<Template, Message>;

export const notice: Message = { subject: '{subject}', heading: '{heading}', body: '{body}', button: '{button}', note: '{note}' };
export const letter: Message = { subject: '{subject}', heading: '', body: '{body}' };
