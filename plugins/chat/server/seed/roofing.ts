import type { Scene } from './scene.ts';

/** A firm that repairs and replaces roofs: leaks, hail, insurers, gutters. */
export const roofing: Scene = {
  greeting: 'Leak, hail or just a question? We answer within the hour.',
  labels: [
    { name: 'Leak', tone: 'danger' },
    { name: 'Insurance', tone: 'info' },
    { name: 'Estimate', tone: 'accent' },
    { name: 'Warranty', tone: 'warning' },
    { name: 'Scheduling', tone: 'neutral' },
  ],
  replies: [
    { shortcut: 'hello', title: 'Greeting', body: 'Hi {{ client.firstName }}, {{ user.firstName }} from {{ tenant.name }} here. How can I help?' },
    { shortcut: 'photos', title: 'Ask for photos', body: 'Could you send two or three photos, {{ client.firstName }}? One of the whole roof from the street, and one of the spot inside.' },
    { shortcut: 'tarp', title: 'Emergency tarp', body: 'We can put a tarp up today. Please keep clear of the wet ceiling and move what is below it. What is the address?' },
    { shortcut: 'claim', title: 'Insurance claim', body: 'File the claim first and note the number. We meet the adjuster on site and bring the measurements, at no charge.' },
    { shortcut: 'estimate', title: 'Estimate sent', body: 'Your estimate is on its way{% if client.email != "" %} to {{ client.email }}{% endif %}. It is good for 30 days.' },
    { shortcut: 'thanks', title: 'Thank you', body: 'Thank you, {{ client.firstName }}. If you have a minute, a review helps us a lot.' },
  ],
  talks: [
    {
      channel: 'web', ago: 0.6, priority: 'urgent', labels: ['Leak'], page: '/emergency',
      lines: [['client', 0, 'Water is coming through the kitchen ceiling right now. Can somebody come today?'], ['client', 2, 'It started with the storm an hour ago']],
    },
    {
      channel: 'web', ago: 2, labels: ['Estimate'], assignee: 2, page: '/metal-roofs',
      lines: [
        ['client', 0, 'Hi, what does a standing seam roof cost for about 2,000 square feet?'],
        ['staff', 4, 'Hi {first}, it depends on pitch and cut-outs. Most of that size land between 28 and 36 thousand, tear-off included.'],
        ['client', 3, 'Ok. And how long does it take?'],
        ['staff', 2, 'Four to six days. Shall I come by and measure? It is free and takes half an hour.'],
        ['client', 6, 'Thursday afternoon would work'],
      ],
    },
    {
      channel: 'email', subject: 'Claim number for the hail damage', ago: 5, labels: ['Insurance'], assignee: 2,
      lines: [
        ['client', 0, 'Hello,\n\nthe carrier opened the claim, the adjuster comes on Tuesday at 10. Can you be there as you said?\n\nBest,\n{first}'],
        ['note', 25, 'Bring the drone pictures. South slope has 14 hits per square.'],
        ['staff', 40, 'Hello {first},\n\nwe will be there on Tuesday at 10 with the measurements and the photos. You need not climb anywhere.'],
        ['client', 130, 'Perfect, thank you!'],
      ],
    },
    {
      channel: 'email', subject: 'Invoice question', ago: 20, status: 'closed', assignee: 1,
      lines: [
        ['client', 0, 'The invoice shows eight sheets of plywood, we had talked about six?'],
        ['staff', 55, 'Good eye, {first}. Two more were soft once the old layer was off; the foreman’s pictures are in the folder. I took one of them off as we had not called you first.'],
        ['client', 20, 'That is fair, thanks. Paid just now.'],
      ],
    },
    {
      channel: 'web', ago: 26, labels: ['Scheduling'], assignee: 2, status: 'snoozed', page: '/contact',
      lines: [
        ['client', 0, 'We are away until next week. Can you put the gutters in when we are back?'],
        ['staff', 12, 'Of course. I write again on Monday with two dates.'],
        ['client', 1, 'Great'],
      ],
    },
    {
      channel: 'web', ago: 3.5, page: '/financing',
      lines: [['client', 0, 'Do you offer financing? The deductible is more than I have right now']],
    },
    {
      channel: 'email', subject: 'Shingle colour for the HOA', ago: 30, priority: 'high', labels: ['Scheduling'], assignee: 1,
      lines: [
        ['client', 0, 'The board wants to see weathered wood and driftwood side by side before they vote on Monday. Can you drop off samples?'],
        ['staff', 90, 'I leave both at your door tomorrow before noon, with the data sheets the board asked for last time.'],
        ['client', 300, 'Got them. The vote is at 7 pm, keep your fingers crossed.'],
        ['client', 700, 'Approved! Weathered wood it is. What happens next?'],
      ],
    },
    {
      channel: 'web', ago: 50, status: 'closed', labels: ['Warranty'], assignee: 2, page: '/warranty',
      lines: [
        ['client', 0, 'A shingle came down last night. Is that covered?'],
        ['staff', 8, 'It is, {first}: ten years on our work. A crew is on your side of town tomorrow and fixes it on the way.'],
        ['client', 2, 'Wow, that was quick. Thank you.'],
        ['staff', 1500, 'Done this morning, and we checked the rest of the ridge too.'],
      ],
    },
    {
      channel: 'email', subject: 'Certificate of insurance', ago: 74, status: 'closed', assignee: 0,
      lines: [
        ['client', 0, 'Before you start, our management needs a certificate with us as the holder.'],
        ['staff', 35, 'It is attached. The original goes out by post today.'],
        ['client', 60, 'Received, all good.'],
      ],
    },
    {
      channel: 'web', ago: 8, labels: ['Leak', 'Warranty'], assignee: 1, priority: 'high', page: '/contact',
      lines: [
        ['client', 0, 'The skylight you put in two years ago drips when the wind comes from the east'],
        ['staff', 15, 'I am sorry, {first}. That should not be. May I see a photo of the inside corner?'],
        ['client', 9, 'I will take one when I am home tonight'],
        ['note', 2, 'Looks like the curb flashing of that batch. We had two of these already.'],
      ],
    },
    {
      channel: 'web', ago: 1.2, page: '/careers',
      lines: [['client', 0, 'Do you do commercial flat roofs as well? It is a storage building in Aurora, about 180 squares'], ['client', 1, 'I have drawings if that helps']],
    },
    {
      channel: 'email', subject: 'Spring inspection', ago: 98, status: 'closed', labels: ['Scheduling'], assignee: 2,
      lines: [
        ['staff', 0, 'Hello {first},\n\nyour yearly inspection is due. Would the second week of the month suit you?'],
        ['client', 400, 'Wednesday of that week, any time.'],
        ['staff', 30, 'Wednesday at 9 then. It takes twenty minutes and you need not be home.'],
      ],
    },
  ],
};
