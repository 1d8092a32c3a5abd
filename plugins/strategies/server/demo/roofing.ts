import type { DefinitionInput } from '../../contract.ts';
import { annualInspection, openEstimate } from './roofing-more.ts';
import type { Places, Scene } from './scene.ts';

const script = (places: Places): DefinitionInput['script'] => ({
  persona: { name: 'Elena', role: 'Estimator' },
  background:
    'Summit Roofing repairs and replaces roofs around Denver since 1998. Own crews, no subcontractors; ten years of warranty on workmanship, in writing. We meet the insurer’s adjuster on the roof and bring measurements and pictures, at no charge.',
  tone: 'friendly',
  communicationStyle: 'Plain words, no roofing jargon. Say what happens next and when. Never press: the roof decides, not we.',
  opening:
    'Hi {{ client.firstName }}, this is {{ persona.name }} from {{ tenant.name }}. You asked about the hail in your street. May I ask you two or three things, so that I know whether it is worth your time that somebody comes by?',
  questions: [
    { key: 'roof', label: 'What is on the roof now?', kind: 'select', required: true, options: ['Asphalt shingle', 'Standing seam metal', 'Concrete tile', 'Flat membrane', 'Cedar shake'], writesTo: 'custom:roofType', hint: 'Metal shows dents and rarely leaks; with cedar we go up in any case.' },
    { key: 'age', label: 'How old is the roof, roughly?', kind: 'number', required: true, hint: 'Above 20 years most insurers pay the depreciated value only.' },
    { key: 'owner', label: 'Do you own the house?', kind: 'boolean', required: true },
    { key: 'leak', label: 'Is water coming in?', kind: 'boolean', hint: 'Then offer the emergency tarp first.' },
    { key: 'claim', label: 'Have you filed a claim?', kind: 'boolean', writesTo: 'custom:insuranceClaim' },
    { key: 'insurer', label: 'Who is your insurer?', kind: 'text' },
  ],
  disqualifications: [
    { key: 'tenant', reason: 'Does not own the house', when: [{ question: 'owner', operator: 'is', value: false }], goodbye: 'Thank you, {{ client.firstName }}. Only the owner can order work on the roof: would you pass our number on to your landlord? We are glad to come by for both of you.' },
    { key: 'young', reason: 'New roof, and no claim', when: [{ question: 'age', operator: 'atMost', value: 2 }, { question: 'claim', operator: 'is', value: false }, { question: 'leak', operator: 'is', value: false }], goodbye: 'A roof that young is most likely fine. Look into the gutters for granules after the next storm, and call us if you find a handful.' },
  ],
  objections: [
    { key: 'price', objection: 'That is more than the other bid', answer: 'I understand. Put both bids side by side and look at three lines: tear-off, ice and water shield, and who gives the warranty. If ours is still dearer after that, send me theirs, {{ client.firstName }}, and I tell you honestly what is missing in either.' },
    { key: 'premium', objection: 'My premium will go up if I claim', answer: 'Hail counts as an act of nature. In Colorado an insurer may not raise the premium of a single house for it; it goes up for the whole area, whether you claim or not.' },
    { key: 'later', objection: 'I want to wait until spring', answer: 'You can. Two things to know: most policies want the claim within a year of the storm, and a bruised shingle lets go in the first frost. An inspection now costs nothing and keeps both doors open.' },
    { key: 'chasers', objection: 'How do I know you are no storm chasers?', answer: 'Good question, we would ask it too. Our yard has been on Larimer Street for 26 years, licence and insurance are on our website, and I can give you three addresses in your neighbourhood.' },
    { key: 'spouse', objection: 'I have to talk to my partner first', answer: 'Of course. Shall we choose a time when you are both at home? The inspection takes 45 minutes, and then you see the same pictures.' },
  ],
  closing: 'Then let us look at it. I have two times free this week; which one suits you better? You get the pictures the same day, whatever we find.',
  booking: { eventTypeId: places.eventType('roof-inspection'), instructions: 'Offer two times, one in the morning and one after four. Ask for the gate code and for dogs.' },
  guidelines: 'Three sentences at most. One question at a time. Answer what was asked before asking.',
  prohibited: ['Promise that the insurer pays', 'Offer to cover the deductible', 'Name a price before the inspection'],
  replyDelay: { min: 40, max: 150 },
});

const first = (places: Places): DefinitionInput => ({
  script: { ...script(places), opening: 'Hi {{ client.firstName }}, {{ persona.name }} from {{ tenant.name }} here. You asked about the hail. When can we come by and look?', objections: script(places)!.objections!.slice(0, 3) },
  cadence: {
    steps: [
      { id: 'hello', kind: 'message', name: 'Hello', variants: [{ id: 'a', name: 'Plain', body: 'Hi {{ client.firstName }}, this is {{ user.firstName }} from {{ tenant.name }}. We look at roofs in your street this week, free and without obligation. Pick a time here: {{ booking.url }}' }] },
      { id: 'wait2', kind: 'wait', amount: 3, unit: 'days' },
      { id: 'again', kind: 'email', name: 'Second try', variants: [{ id: 'a', subject: 'Your roof after the hail', body: 'Hi {{ client.firstName }},\n\njust making sure my message reached you. An inspection takes 45 minutes and costs nothing: {{ booking.url }}\n\n{{ user.name }}\n{{ tenant.name }}' }] },
      { id: 'wait3', kind: 'wait', amount: 5, unit: 'workdays' },
      { id: 'call', kind: 'call', name: 'Call', title: 'Call {{ client.firstName }} about the hail inspection', dueInHours: 8 },
    ],
    triggers: [{ event: 'client.created', when: [{ field: 'source', operator: 'is', value: 'Hail campaign' }] }],
  },
});

const second = (places: Places): DefinitionInput => ({
  script: script(places),
  cadence: {
    steps: [
      {
        id: 'hello', kind: 'message', name: 'Hello',
        variants: [
          { id: 'a', name: 'Plain', weight: 1, body: 'Hi {{ client.firstName }}, this is {{ user.firstName }} from {{ tenant.name }}. We look at roofs in your street this week, free and without obligation. Pick a time here: {{ booking.url }}' },
          { id: 'b', name: 'Question first', weight: 1, body: 'Hi {{ client.firstName }}, {{ user.firstName }} from {{ tenant.name }}. Quick question about the hail last week: have you seen granules in the gutters, or dents on the vents? Either one is worth a look.' },
        ],
      },
      { id: 'wait2', kind: 'wait', name: 'Two days', amount: 2, unit: 'days', at: '09:30' },
      {
        id: 'again', kind: 'email', name: 'Pictures',
        variants: [
          { id: 'a', name: 'What we look for', subject: 'What hail does to a roof, in three pictures', body: 'Hi {{ client.firstName }},\n\nfrom the street a roof often looks fine after hail. On the roof we look at three things: bruised shingles, dents in the soft metal of vents and gutters, and granules that are gone.\n\nIt takes 45 minutes, and you get the pictures the same day: {{ booking.url }}\n\n{{ user.name }}\n{{ tenant.name }}' },
          { id: 'b', name: 'Neighbours', subject: 'Your neighbours’ roofs, {{ client.firstName }}', body: 'Hi {{ client.firstName }},\n\nwe have been on eleven roofs within half a mile of you since the storm. Seven had damage that nobody could see from the ground, four were fine, and we told them so.\n\nWould you like to know which one yours is? {{ booking.url }}\n\n{{ user.name }}\n{{ tenant.name }}' },
        ],
      },
      { id: 'big', kind: 'condition', name: 'A large roof?', when: [{ field: 'value', operator: 'atLeast', value: 20_000 }], then: 'call', otherwise: 'wait3' },
      { id: 'call', kind: 'call', name: 'Call large ones', title: 'Call {{ client.firstName }} about the hail inspection', body: 'Large roof. Ask for the year of the roof and whether a claim is filed, then offer two times.', dueInHours: 4 },
      { id: 'wait3', kind: 'wait', name: 'Four workdays', amount: 4, unit: 'workdays' },
      { id: 'deadline', kind: 'email', name: 'Deadline', variants: [{ id: 'a', subject: 'The date that matters for your claim', body: 'Hi {{ client.firstName }},\n\nmost policies want a hail claim within one year of the storm. That is the only date that matters; everything else can wait.\n\nIf you want to know where you stand, we look at it for free: {{ booking.url }}\n\nIf not, that is fine too, and this is the last you hear of it from us.\n\n{{ user.name }}\n{{ tenant.name }}' }] },
    ],
    window: { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' },
    throttle: { perUser: 40, perTenant: 120 },
    stopOn: { reply: true, booking: true, bounce: true, stageIds: [places.stage('Estimate sent')].filter((id) => id !== null) },
    triggers: [{ event: 'client.created', when: [{ field: 'source', operator: 'is', value: 'Hail campaign' }] }],
  },
});

/** A firm that repairs and replaces roofs. */
export const roofing: Scene = {
  strategies: [
    {
      ...{ name: 'Hail damage follow-up', tag: 'hail', industry: 'Roofing', sharing: 'tenant', status: 'active', owner: 1 },
      description: 'For homeowners who left their number after a hail storm. Gets them to the free inspection within ten days, or lets them go kindly.',
      versions: [{ daysAgo: 62, note: null, definition: first }, { daysAgo: 34, note: 'Two wordings for hello and pictures; large roofs get a call', definition: second }],
      enrolled: 96,
      appeal: { 'hello:a': 0.09, 'hello:b': 0.36, 'again:a': 0.16, 'again:b': 0.2, 'deadline:a': 0.14 },
      answers: { roof: ['Asphalt shingle', 'Asphalt shingle', 'Concrete tile'], age: [9, 14, 18, 22], owner: [true], leak: [false, false, true], claim: [false, true], insurer: ['Front Range Mutual', 'Pioneer Home', 'not sure'] },
      simulations: [
        { name: 'Answers the first message', scenario: { client: { name: 'Carla Ortiz', zone: 'America/Denver', facts: { value: 12_000, source: 'Hail campaign' } }, happenings: [{ at: 26 * 60, what: 'reply', text: 'Yes, there are granules everywhere. When can you come?' }], assertions: [{ kind: 'step-runs', stepId: 'hello' }, { kind: 'step-does-not-run', stepId: 'again' }, { kind: 'ends', status: 'stopped', reason: 'reply' }] } },
        { name: 'A large roof that stays silent', scenario: { client: { name: 'Greg Harper', zone: 'America/Denver', facts: { value: 48_000 } }, assertions: [{ kind: 'step-runs', stepId: 'call' }, { kind: 'says', text: 'last you hear of it' }, { kind: 'never-says', text: 'deductible' }, { kind: 'within', days: 14 }] } },
      ],
    },
    openEstimate,
    annualInspection,
  ],
};
