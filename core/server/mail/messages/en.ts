import { letter, notice, type Messages } from './message.ts';

export const en: Messages = {
  reset: {
    subject: 'Choose a new password for {tenant}',
    heading: 'Choose a new password',
    body: 'Hello {name}, someone asked for a new password for your account at {tenant}. The link works once, for one hour.',
    button: 'Choose a new password',
    note: 'If it was not you, there is nothing to do: your password stays as it is.',
  },
  verify: {
    subject: 'Confirm your e-mail address for {tenant}',
    heading: 'Confirm your e-mail address',
    body: 'Hello {name}, an account at {tenant} was opened with this address. Confirm it to sign in. The link works for three days.',
    button: 'Confirm this address',
    note: 'If you did not open an account, do not use the link.',
  },
  'registered-again': {
    subject: 'You already have an account at {tenant}',
    heading: 'You already have an account',
    body: 'Hello {name}, someone tried to open an account at {tenant} with this address, which has one already. If you forgot the password, choose a new one. The link works once, for one hour.',
    button: 'Choose a new password',
    note: 'If it was not you, there is nothing to do.',
  },
  invitation: {
    subject: '{inviter} invites you to {tenant}',
    heading: 'Join {tenant}',
    body: '{inviter} invites you to work in {tenant}. Choose a password to begin. The link works for seven days.',
    button: 'Accept the invitation',
    note: 'If you do not know what this is about, ignore this message.',
  },
  'password-changed': {
    subject: 'Your password for {tenant} was changed',
    heading: 'Your password was changed',
    body: 'Hello {name}, the password of your account at {tenant} was changed, and other devices were signed out.',
    note: 'If it was not you, choose a new password at once with “Forgot password” on the sign-in page, and tell your administrator.',
  },
  notice,
  letter,
};
