import type { DefinitionInput } from '../../contract.ts';
import { aligners, missedAppointment } from './dental-more.ts';
import type { Places, Scene } from './scene.ts';

const script = (places: Places): DefinitionInput['script'] => ({
  persona: { name: 'Nadia', role: 'Patient coordinator' },
  background:
    'Bright Dental is a practice of four dentists near Serrano in Madrid. We take our time with anxious patients, speak Spanish, English and Arabic, and give every plan in writing with its price before anything begins.',
  tone: 'empathetic',
  communicationStyle: 'Calm and short. Never a reproach for years without a dentist. Say what will happen in the first visit, step by step.',
  opening: 'Hello {{ client.firstName }}, this is {{ persona.name }} from {{ tenant.name }}. Thank you for writing. Is something hurting, or is it time for a check-up?',
  questions: [
    { key: 'reason', label: 'What brings you to us?', kind: 'select', required: true, options: ['Check-up', 'Pain', 'Second opinion', 'Whitening', 'Child'] },
    { key: 'pain', label: 'Does anything hurt right now?', kind: 'boolean', required: true, hint: 'Then offer today or tomorrow, whatever else is full.' },
    { key: 'insurer', label: 'Do you have dental insurance?', kind: 'select', options: ['Sanitas', 'Adeslas', 'DKV', 'Mapfre', 'Asisa', 'None'], writesTo: 'custom:insurer' },
    { key: 'last', label: 'When were you last at a dentist?', kind: 'date', writesTo: 'custom:lastVisit', hint: 'A rough date is enough.' },
    { key: 'allergies', label: 'Any allergies we should know of?', kind: 'text', writesTo: 'custom:allergies' },
    { key: 'fear', label: 'How do you feel about dentists, from 1 (fine) to 5 (terrified)?', kind: 'number', hint: 'From 4 on, book with Dr. Olmedo and block fifteen minutes more.' },
  ],
  disqualifications: [
    { key: 'far', reason: 'Insurer we do not work with, and no wish to pay directly', when: [{ question: 'insurer', operator: 'is', value: 'Asisa' }, { question: 'reason', operator: 'is', value: 'Check-up' }], goodbye: 'We do not work with Asisa yet, {{ client.firstName }}. Your insurer has a list of practices near you; should you need a second opinion one day, you are welcome here.' },
  ],
  objections: [
    { key: 'fear', objection: 'I am afraid of dentists', answer: 'You are in good company: every third patient of ours tells us so. The first visit is a talk and a look, nothing else. You decide what happens next, and a raised hand stops everything.' },
    { key: 'price', objection: 'What will it cost me?', answer: 'The first visit with pictures is 45 €, and free if you go on with us. Every treatment comes with a written price before we begin, and plans above 600 € can be paid in instalments.' },
    { key: 'time', objection: 'I have no time during the week', answer: 'On Tuesdays and Thursdays we are here until eight. Shall I look for the last half hour of the day?' },
    { key: 'other', objection: 'I already have a dentist', answer: 'Then stay there if you are happy. If you only want a second opinion on a plan, bring it along: we look at it for 45 € and tell you honestly what we would do.' },
  ],
  closing: 'Then let us find a time. Morning or late afternoon, what suits you better?',
  booking: { eventTypeId: places.eventType('check-up'), instructions: 'With pain: the next free half hour. Otherwise two times on different days.' },
  guidelines: 'Two sentences at most, warm, without exclamation marks. Use the first name once.',
  prohibited: ['Give a diagnosis', 'Promise that something will not hurt', 'Speak about other patients'],
  replyDelay: { min: 30, max: 120 },
});

const hello = 'Hello {{ client.firstName }}, this is {{ user.firstName }} from {{ tenant.name }}. Your first visit is a talk and a look, about half an hour. You can pick a time here: {{ booking.url }}';

const first = (places: Places): DefinitionInput => ({
  script: { ...script(places), objections: script(places)!.objections!.slice(1) },
  cadence: {
    steps: [
      { id: 'hello', kind: 'message', name: 'Welcome', variants: [{ id: 'a', name: 'Invitation', body: hello }] },
      { id: 'wait2', kind: 'wait', amount: 4, unit: 'days' },
      { id: 'visit', kind: 'email', name: 'The first visit', variants: [{ id: 'a', subject: 'Your first visit with us', body: 'Hello {{ client.firstName }},\n\nif you would still like to come by, here are our free times: {{ booking.url }}\n\n{{ user.name }}\n{{ tenant.name }}' }] },
    ],
    window: { days: [1, 2, 3, 4, 5, 6], from: '10:00', to: '19:30' },
  },
});

const second = (places: Places): DefinitionInput => ({
  script: script(places),
  cadence: {
    steps: [
      {
        id: 'hello', kind: 'message', name: 'Welcome',
        variants: [
          { id: 'a', name: 'Invitation', body: hello },
          { id: 'b', name: 'Ask first', body: 'Hello {{ client.firstName }}, {{ user.firstName }} from {{ tenant.name }} here. So that I find you the right dentist: is something hurting, or is it simply time for a check-up?' },
        ],
      },
      { id: 'wait2', kind: 'wait', name: 'Two days', amount: 2, unit: 'days', at: '11:00' },
      {
        id: 'visit', kind: 'email', name: 'The first visit',
        variants: [
          { id: 'a', name: 'Step by step', subject: 'What happens in your first visit', body: 'Hello {{ client.firstName }},\n\nmany people put off the dentist because they do not know what awaits them. With us it is this: ten minutes of talk, a look, two pictures where they help, and a plan in writing. No drill, no surprise.\n\nOur free times: {{ booking.url }}\n\n{{ user.name }}\n{{ tenant.name }}' },
          { id: 'b', name: 'Short', subject: 'Half an hour for your teeth?', body: 'Hello {{ client.firstName }},\n\nhalf an hour is all we need for a first look. Tuesdays and Thursdays we are here until eight: {{ booking.url }}\n\n{{ user.name }}\n{{ tenant.name }}' },
        ],
      },
      { id: 'wait3', kind: 'wait', name: 'Five workdays', amount: 5, unit: 'workdays' },
      {
        id: 'way', kind: 'branch', name: 'What next?',
        ways: [{ name: 'Large plan', when: [{ field: 'value', operator: 'atLeast', value: 1_500 }], goTo: 'call' }],
        otherwise: 'last',
      },
      { id: 'call', kind: 'call', name: 'Call', title: 'Call {{ client.firstName }}: first visit', body: 'Has asked about a larger treatment. Offer Dr. Olmedo, and instalments if asked.', dueInHours: 6 },
      { id: 'last', kind: 'email', name: 'Goodbye', variants: [{ id: 'a', subject: 'We keep a place for you', body: 'Hello {{ client.firstName }},\n\nI do not want to fill your inbox, so this is my last message. If you need us one day, today or in a year, our free times are always here: {{ booking.url }}\n\nTake care,\n{{ user.name }}' }] },
    ],
    window: { days: [1, 2, 3, 4, 5, 6], from: '10:00', to: '19:30' },
    throttle: { perUser: 30, perTenant: 80 },
    triggers: [{ event: 'client.created', when: [{ field: 'source', operator: 'anyOf', value: ['Instagram', 'Insurance list'] }] }],
  },
});

/** A dental practice in Madrid. */
export const dental: Scene = {
  strategies: [
    {
      ...{ name: 'New patients: the first visit', tag: 'first-visit', industry: 'Dentistry', sharing: 'tenant', status: 'active', owner: 1 },
      description: 'For people who asked for a price or a time and have never been here. Takes the fear out of the first visit.',
      versions: [{ daysAgo: 63, note: null, definition: first }, { daysAgo: 36, note: 'Ask first, and tell what happens in the first visit', definition: second }],
      enrolled: 88,
      appeal: { 'hello:a': 0.12, 'hello:b': 0.38, 'visit:a': 0.24, 'visit:b': 0.15, 'last:a': 0.1 },
      answers: { reason: ['Check-up', 'Pain', 'Second opinion'], pain: [false, false, true], insurer: ['Sanitas', 'Adeslas', 'None'], fear: [1, 2, 4, 5] },
      simulations: [
        { name: 'Says that it hurts', scenario: { client: { name: 'Lucía Vega', zone: 'Europe/Madrid' }, happenings: [{ at: 90, what: 'reply', text: 'Yes, a molar, since Sunday. Do you have anything today?' }], assertions: [{ kind: 'ends', status: 'stopped', reason: 'reply' }, { kind: 'step-does-not-run', stepId: 'visit' }] } },
        { name: 'Stays silent', scenario: { client: { name: 'Hugo Cano', zone: 'Europe/Madrid', facts: { value: 90 } }, assertions: [{ kind: 'step-does-not-run', stepId: 'call' }, { kind: 'says', text: 'my last message' }, { kind: 'ends', status: 'completed' }, { kind: 'within', days: 14 }] } },
      ],
    },
    missedAppointment,
    aligners,
  ],
};
