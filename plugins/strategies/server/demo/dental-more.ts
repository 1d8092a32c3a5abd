import type { SceneStrategy } from './scene.ts';

/** Rests over the congress: nobody could take the calls. */
export const missedAppointment: SceneStrategy = {
  ...{ name: 'Missed appointment', tag: 'no-show', industry: 'Dentistry', sharing: 'team', status: 'paused', owner: 2 },
  description: 'Finds a new time with those who did not come, without a reproach. Paused while Inés is in Lisbon.',
  versions: [
    {
      ...{ daysAgo: 59, note: 'First version' },
      definition: (places) => ({
        script: {
          persona: { name: 'Nadia', role: 'Patient coordinator' },
          background: 'The patient did not come to an appointment. Most forgot it, some were afraid; either way they feel guilty.',
          tone: 'empathetic',
          opening: 'Hello {{ client.firstName }}, we missed you today. Is everything all right?',
          questions: [{ key: 'why', label: 'What came in between?', kind: 'select', options: ['Forgot', 'Ill', 'Work', 'Afraid'] }],
          objections: [{ key: 'fee', objection: 'Do I have to pay for it?', answer: 'No, the first time is on us. If it happens again, we ask for 20 €, which we take off the next bill.' }],
          closing: 'Shall I send you the free times of next week?',
          booking: { eventTypeId: places.eventType('check-up'), instructions: 'Never on the same day.' },
          prohibited: ['Reproach the patient', 'Threaten with a fee'],
        },
        cadence: {
          steps: [
            { id: 'wait1', kind: 'wait', amount: 3, unit: 'hours' },
            { id: 'miss', kind: 'message', name: 'We missed you', variants: [{ id: 'a', name: 'Concern', body: 'Hello {{ client.firstName }}, we missed you today and hope all is well. A new time is quickly found: {{ booking.url }}' }, { id: 'b', name: 'Plain', body: 'Hello {{ client.firstName }}, your appointment passed without you. Here are the next free ones: {{ booking.url }}' }] },
            { id: 'wait2', kind: 'wait', amount: 3, unit: 'workdays' },
            { id: 'call', kind: 'call', name: 'Call', title: 'Call {{ client.firstName }}: missed appointment', dueInHours: 8 },
          ],
          window: { days: [1, 2, 3, 4, 5], from: '10:00', to: '19:30' },
          triggers: [{ event: 'booking.no-show' }],
        },
      }),
    },
  ],
  enrolled: 13,
  appeal: { 'miss:a': 0.38, 'miss:b': 0.2 },
  answers: { why: ['Forgot', 'Ill', 'Afraid'] },
  simulations: [],
};

/** Being written: one condition still lacks its value. */
export const aligners: SceneStrategy = {
  ...{ name: 'Aligners: from question to consultation', tag: 'aligners', industry: 'Dentistry', sharing: 'private', status: 'draft', owner: 1 },
  description: 'For people who asked about aligners. The consultation decides, not the mail.',
  versions: [],
  draft: (places) => ({
    script: {
      persona: { name: 'Inés', role: 'Practice director' },
      background: 'Aligners take eight to eighteen months and cost between 1,900 and 4,200 €. The consultation with scan is free.',
      tone: 'professional',
      opening: 'Hello {{ client.firstName }}, thank you for asking about aligners. Is it about how it looks, or does something not fit when you bite?',
      questions: [
        { key: 'goal', label: 'What should change?', kind: 'select', required: true, options: ['How it looks', 'The bite', 'Both'] },
        { key: 'age', label: 'How old is the patient?', kind: 'number', required: true },
        { key: 'instalments', label: 'Would instalments help?', kind: 'boolean', writesTo: 'custom:instalments' },
      ],
      objections: [{ key: 'online', objection: 'Online it costs half', answer: 'Half of it, yes: without anyone who looks into your mouth. Ask there who corrects it when a tooth does not follow. With us that is included.' }],
      booking: { eventTypeId: places.eventType('orthodontics'), instructions: 'Children only with a parent.' },
    },
    cadence: {
      steps: [
        { id: 'guide', kind: 'email', name: 'Guide', variants: [{ id: 'a', subject: 'Aligners in five honest answers', body: 'Hello {{ client.firstName }},\n\nhow long, how much, does it hurt, who sees it, and what if it fails: five answers before you decide anything. The scan is free: {{ booking.url }}\n\n{{ user.name }}' }] },
        { id: 'wait1', kind: 'wait', amount: 3, unit: 'days' },
        { id: 'interest', kind: 'condition', name: 'Asked for instalments?', when: [{ field: 'answer:instalments', operator: 'is' }], then: 'next', otherwise: 'end' },
        { id: 'call', kind: 'call', name: 'Call', title: 'Call {{ client.firstName }} about instalments', dueInHours: 24 },
      ],
    },
  }),
  ...{ enrolled: 0, appeal: {}, answers: {}, simulations: [] },
};
