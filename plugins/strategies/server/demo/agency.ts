import type { SceneStrategy } from './scene.ts';

const plain: Omit<SceneStrategy, 'name' | 'tag' | 'industry' | 'description' | 'versions'> = { enrolled: 0, appeal: {}, answers: {}, simulations: [], sharing: 'template', status: 'active', owner: 0 };

/** What a demo agency offers its tenants. */
export const templates: SceneStrategy[] = [
  {
    ...plain,
    ...{ name: 'Speed to lead', tag: 'new-lead', industry: 'Any' },
    description: 'Answers a new lead within minutes and stays in touch for two weeks. Set your event type, and who calls.',
    versions: [
      {
        ...{ daysAgo: 90, note: 'Offered to all tenants' },
        definition: () => ({
          script: {
            persona: { name: '', role: 'Your contact' },
            tone: 'friendly',
            communicationStyle: 'Answer first, ask second. One question at a time.',
            opening: 'Hi {{ client.firstName }}, {{ user.firstName }} from {{ tenant.name }}. Thank you for getting in touch. What would you like to have solved?',
            questions: [
              { key: 'need', label: 'What do you need?', kind: 'text', required: true },
              { key: 'when', label: 'By when?', kind: 'date' },
              { key: 'decides', label: 'Who decides with you?', kind: 'text' },
            ],
            objections: [
              { key: 'price', objection: 'What does it cost?', answer: 'It depends on two or three things, which I would like to ask first, so that the figure holds. May I?' },
              { key: 'later', objection: 'I am only looking around', answer: 'That is a good time to talk: nothing presses. Shall I send you what others in your place asked first?' },
            ],
            closing: 'Shall we talk it through? Here are two times.',
            prohibited: ['Name a price before the need is clear'],
          },
          cadence: {
            steps: [
              { id: 'now', kind: 'message', name: 'At once', variants: [{ id: 'a', name: 'Question', body: 'Hi {{ client.firstName }}, {{ user.firstName }} from {{ tenant.name }} here. Thank you for getting in touch. What would you like to have solved?' }, { id: 'b', name: 'Time', body: 'Hi {{ client.firstName }}, {{ user.firstName }} from {{ tenant.name }} here. The quickest way is a short call, choose a time: {{ booking.url }}' }] },
              { id: 'call', kind: 'call', name: 'Call within the hour', title: 'Call {{ client.firstName }}, new lead', dueInHours: 1 },
              { id: 'w1', kind: 'wait', amount: 2, unit: 'days' },
              { id: 'mail', kind: 'email', name: 'Still there', variants: [{ id: 'a', subject: 'Did my message reach you, {{ client.firstName }}?', body: 'Hi {{ client.firstName }},\n\nI tried to reach you and may have caught a bad moment. Choose one that suits you: {{ booking.url }}\n\n{{ user.name }}\n{{ tenant.name }}' }] },
              { id: 'w2', kind: 'wait', amount: 6, unit: 'workdays' },
              { id: 'last', kind: 'email', name: 'Last one', variants: [{ id: 'a', subject: 'Shall I close your file?', body: 'Hi {{ client.firstName }},\n\nI have not heard from you, which is fine. If it is still on your mind, one word is enough and I am here. Otherwise this was my last mail.\n\n{{ user.name }}' }] },
            ],
            triggers: [{ event: 'client.created' }],
          },
        }),
      },
    ],
  },
  {
    ...plain,
    ...{ name: 'Win back quiet clients', tag: 'win-back', industry: 'Any' },
    description: 'Writes to clients who have not been heard of for months: three friendly mails, then silence.',
    versions: [
      {
        ...{ daysAgo: 70, note: null },
        definition: () => ({
          script: { tone: 'casual', opening: 'Hi {{ client.firstName }}, it has been a while. How are things?', questions: [{ key: 'changed', label: 'What has changed since last time?', kind: 'text' }], objections: [{ key: 'gone', objection: 'I work with somebody else now', answer: 'Good to hear that it is solved. May I ask what made the difference? It helps us, and I leave you in peace afterwards.' }] },
          cadence: {
            steps: [
              { id: 'hi', kind: 'email', name: 'A while', variants: [{ id: 'a', name: 'Warm', subject: 'It has been a while, {{ client.firstName }}', body: 'Hi {{ client.firstName }},\n\nwe came across your name and wondered how things are. Anything we can do for you this season?\n\n{{ user.name }}\n{{ tenant.name }}' }, { id: 'b', name: 'Useful', subject: 'One thing worth checking this season', body: 'Hi {{ client.firstName }},\n\nthere is one thing our clients often overlook at this time of year. Shall I have a look at yours? {{ booking.url }}\n\n{{ user.name }}\n{{ tenant.name }}' }] },
              { id: 'w1', kind: 'wait', amount: 7, unit: 'days' },
              { id: 'old', kind: 'condition', name: 'Known for long?', when: [{ field: 'createdAt', operator: 'withinDays', value: 180 }], then: 'end', otherwise: 'next' },
              { id: 'ask', kind: 'email', name: 'Ask', variants: [{ id: 'a', subject: 'Was it something we did?', body: 'Hi {{ client.firstName }},\n\nif something was not right last time, I would like to know, and put it right. One line is enough.\n\n{{ user.name }}' }] },
            ],
          },
        }),
      },
    ],
  },
];
