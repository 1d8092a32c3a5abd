import type { MailWords } from './mail-words.ts';

export const en: MailWords = {
  subject: { booked: 'Confirmed: {title}, {at}', requested: 'Waiting for confirmation: {title}, {at}', rescheduled: 'Moved: {title}, now {at}', cancelled: 'Cancelled: {title}, {at}', declined: 'Not possible: {title}, {at}', reminder: 'Reminder: {title}, {at}' },
  heading: { booked: 'Your booking is confirmed', requested: 'Your request has arrived', rescheduled: 'Your booking was moved', cancelled: 'Your booking was cancelled', declined: 'This time does not work', reminder: 'See you soon' },
  guest: {
    booked: 'Hello {name}, {title} is confirmed.',
    requested: 'Hello {name}, we have kept this time for you and confirm it shortly.',
    rescheduled: 'Hello {name}, {title} has a new time. It was {from}.',
    cancelled: 'Hello {name}, {title} will not take place.',
    declined: 'Hello {name}, we cannot confirm this time. Please choose another one.',
    reminder: 'Hello {name}, this is a reminder of {title}.',
  },
  host: {
    booked: '{name} has booked {title}.',
    requested: '{name} asks for {title}. The time is kept until you confirm or decline.',
    rescheduled: '{title} with {name} has a new time. It was {from}.',
    cancelled: '{title} with {name} will not take place.',
    declined: '{title} with {name} was declined.',
    reminder: 'A reminder of {title} with {name}.',
  },
  labels: { when: 'When', who: 'With', guest: 'Guest', where: 'Where', reason: 'Reason', contact: 'Contact' },
  places: { phone: 'By phone: {value}', link: 'By video: {value}' },
  manage: 'See or change the booking',
  open: 'Open the booking',
  note: 'The calendar entry is attached.',
};
