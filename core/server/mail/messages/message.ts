/** Templates the kernel knows. `notice` carries its own words, for plugins. */
export type Template = 'reset' | 'verify' | 'registered-again' | 'invitation' | 'password-changed' | 'notice';

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

export const notice: Message = { subject: '{subject}', heading: '{heading}', body: '{body}', button: '{button}' };
