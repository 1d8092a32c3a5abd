import type { Scene } from './scene.ts';

/** A dental practice: pain, appointments, insurers, children, braces. */
export const dental: Scene = {
  greeting: 'Pain, an appointment or a question? Write to us.',
  labels: [
    { name: 'Emergency', tone: 'danger' },
    { name: 'Appointment', tone: 'accent' },
    { name: 'Insurance', tone: 'info' },
    { name: 'Orthodontics', tone: 'neutral' },
    { name: 'Billing', tone: 'warning' },
  ],
  replies: [
    { shortcut: 'hello', title: 'Greeting', body: 'Hello {{ client.firstName }}, this is {{ user.firstName }} at {{ tenant.name }}. How can we help?' },
    { shortcut: 'pain', title: 'Somebody in pain', body: 'I am sorry to hear that. We keep two appointments free each day for pain. Can you be here within the hour, {{ client.firstName }}?' },
    { shortcut: 'move', title: 'Move an appointment', body: 'No problem. Which days suit you better, mornings or afternoons?' },
    { shortcut: 'quote', title: 'Quote sent', body: 'The treatment plan with its costs is on its way{% if client.email != "" %} to {{ client.email }}{% endif %}. You can pay in up to twelve instalments.' },
    { shortcut: 'before', title: 'Before the treatment', body: 'Please eat something beforehand, take your usual medicines, and bring your insurance card.' },
    { shortcut: 'after', title: 'After the extraction', body: 'Cool it from outside, nothing hot today, no smoking. If it still bleeds in two hours, call us at once.' },
  ],
  talks: [
    {
      channel: 'web', ago: 0.5, priority: 'urgent', labels: ['Emergency'], page: '/emergency',
      lines: [['client', 0, 'My crown came off while eating, and it hurts with cold air'], ['client', 1, 'Can I come this morning?']],
    },
    {
      channel: 'web', ago: 2.5, labels: ['Appointment'], assignee: 2, page: '/appointments',
      lines: [
        ['client', 0, 'Hello, I would like to move my cleaning from Thursday'],
        ['staff', 3, 'Of course, {first}. Does next Tuesday at 17:30 work?'],
        ['client', 4, 'A bit later if possible'],
        ['staff', 2, 'Then Wednesday at 19:00, the last one of the day.'],
        ['client', 5, 'Perfect, I take it'],
      ],
    },
    {
      channel: 'email', subject: 'Pre-approval of the implant', ago: 6, labels: ['Insurance'], assignee: 1,
      lines: [
        ['client', 0, 'Good morning,\n\nthe insurer asks for the X-ray and the plan before they decide. Could you send both to them?\n\nRegards,\n{first}'],
        ['note', 15, 'Panoramic from March is in the chart. Ask Nadia for the code.'],
        ['staff', 50, 'Good morning {first},\n\nboth went to them just now, with the code they use. They usually answer within ten days.'],
        ['client', 80, 'Thank you so much'],
      ],
    },
    {
      channel: 'web', ago: 1, page: '/whitening',
      lines: [['client', 0, 'How much is whitening, and does it hurt? My teeth are rather sensitive']],
    },
    {
      channel: 'email', subject: 'Invoice of the second visit', ago: 28, status: 'closed', labels: ['Billing'], assignee: 0,
      lines: [
        ['client', 0, 'The X-ray appears twice on the invoice. Was it taken twice?'],
        ['staff', 45, 'It was not, our mistake. The corrected invoice is attached and the difference is on its way back to you.'],
        ['client', 30, 'Thank you for the quick answer.'],
      ],
    },
    {
      channel: 'web', ago: 22, labels: ['Orthodontics'], assignee: 2, status: 'snoozed', page: '/braces',
      lines: [
        ['client', 0, 'My daughter is eleven. When should braces be looked at?'],
        ['staff', 10, 'About now, {first}. A first look is free. Shall we say after the school holidays?'],
        ['client', 3, 'Yes, please remind me then'],
      ],
    },
    {
      channel: 'web', ago: 4, labels: ['Appointment'], page: '/first-visit',
      lines: [['client', 0, 'I have been afraid of dentists for years. Do you treat people like me?'], ['client', 2, 'I would need the first appointment of the day, so that I do not think about it for hours']],
    },
    {
      channel: 'email', subject: 'Records from my former dentist', ago: 34, priority: 'high', assignee: 1,
      lines: [
        ['client', 0, 'They say they sent my records last week. Did they reach you? My appointment is tomorrow.'],
        ['staff', 70, 'They have not. We called them and they send them again today; the doctor sees them before you come.'],
        ['client', 500, 'I brought a copy along as well, see the attachment from my first mail. Is that all you need?'],
      ],
    },
    {
      channel: 'web', ago: 52, status: 'closed', labels: ['Emergency'], assignee: 2, page: '/contact',
      lines: [
        ['client', 0, 'It still bleeds a little after the extraction this morning'],
        ['staff', 2, 'Bite on a clean handkerchief for thirty minutes, sitting up. Is it more than a trace?'],
        ['client', 35, 'It stopped. Thank you'],
        ['staff', 1, 'Good. Nothing hot today, and call at any hour if it starts again.'],
      ],
    },
    {
      channel: 'email', subject: 'Check-ups for our staff', ago: 76, assignee: 0, labels: ['Billing'],
      lines: [
        ['client', 0, 'We are twenty-five people and would like a yearly check-up for everybody. Is there a group price?'],
        ['staff', 120, 'There is, and we can come to you for the first screening. The agreement is attached.'],
        ['client', 900, 'It looks fine. Legal reads it this week.'],
      ],
    },
    {
      channel: 'web', ago: 9, labels: ['Orthodontics'], assignee: 1, page: '/aligners',
      lines: [
        ['client', 0, 'I lost aligner number 12 on a trip. Should I go on to 13?'],
        ['staff', 14, 'How many days had you worn it, {first}?'],
        ['client', 6, 'Nine'],
        ['note', 1, 'Nine of fourteen: 13 is fine if it clicks in. Ask for a photo.'],
      ],
    },
    {
      channel: 'email', subject: 'Your six-month check-up', ago: 100, status: 'closed', labels: ['Appointment'], assignee: 2,
      lines: [
        ['staff', 0, 'Dear {first},\n\nhalf a year has gone by. Shall we find a date for your check-up?'],
        ['client', 600, 'Any Friday after four.'],
        ['staff', 20, 'Friday at 16:30 is yours. See you then.'],
      ],
    },
  ],
};
