import type { Hours, Question } from '../../contract.ts';

/** What a business of one trade has set up. Users are numbered in the order they were made: administrator, manager, user. */
export interface Scene {
  /** Weekdays of each user's hours, with a break at noon. */
  days: { weekdays: number[]; hours: Hours[] }[];
  /** Days from now on which a user is away. */
  away: { user: number; from: number; to: number; note: string }[];
  /** Month and day, each year. */
  holidays: { date: string; name: string }[];
  types: SceneType[];
  notes: string[];
  cancelled: string[];
}
export interface SceneType {
  title: string;
  slug: string;
  description: string;
  lengths: number[];
  locationKind: string;
  locationValue: string | null;
  hosts: number[];
  assignment: string;
  colour: number;
  bufferAfter: number;
  minimumNotice: number;
  seats?: number;
  needsConfirmation?: boolean;
  slotStep: number;
  questions: Question[];
  /** How often it is booked, against the others. */
  share: number;
}

const question = (key: string, label: string, type: Question['type'], options: string[] = [], required = false): Question => ({ key, label, type, required, options });
const office = [{ from: '08:00', to: '12:00' }, { from: '13:00', to: '17:00' }];

/** A firm that repairs and replaces roofs: somebody drives out, looks, and comes back with a price. */
export const roofing: Scene = {
  days: [
    { weekdays: [1, 2, 3, 4], hours: [{ from: '09:00', to: '12:00' }, { from: '13:00', to: '16:00' }] },
    { weekdays: [1, 2, 3, 4, 5], hours: office },
    { weekdays: [1, 2, 3, 4, 5, 6], hours: [{ from: '07:30', to: '11:30' }, { from: '12:30', to: '17:30' }] },
  ],
  away: [{ user: 1, from: 9, to: 11, note: 'Trade show' }, { user: 2, from: 17, to: 18, note: 'Holiday' }],
  holidays: [{ date: '01-01', name: 'New Year’s Day' }, { date: '07-04', name: 'Independence Day' }, { date: '12-25', name: 'Christmas Day' }],
  types: [
    { title: 'Free roof inspection', slug: 'roof-inspection', description: 'We look at your roof, take pictures and tell you honestly what it needs. Forty-five minutes, no ladder of yours required.', lengths: [45], locationKind: 'guest-address', locationValue: null, hosts: [1, 2], assignment: 'round-robin', colour: 0, bufferAfter: 30, minimumNotice: 720, slotStep: 30, share: 5, questions: [question('roof', 'What is on the roof now?', 'select', ['Asphalt shingle', 'Metal', 'Tile', 'Flat', 'I am not sure'], true), question('storm', 'Was there hail or a storm?', 'boolean')] },
    { title: 'Estimate walk-through', slug: 'estimate', description: 'We go through your estimate line by line and answer every question, on the phone.', lengths: [30, 60], locationKind: 'phone', locationValue: null, hosts: [0, 1, 2], assignment: 'round-robin', colour: 3, bufferAfter: 10, minimumNotice: 240, slotStep: 30, share: 4, questions: [question('estimate', 'Number of the estimate, if you have it at hand', 'text')] },
    { title: 'Insurance adjuster meeting', slug: 'adjuster', description: 'We meet your adjuster on the roof, so that nothing is overlooked.', lengths: [60], locationKind: 'guest-address', locationValue: null, hosts: [1], assignment: 'single', colour: 5, bufferAfter: 45, minimumNotice: 1440, needsConfirmation: true, slotStep: 60, share: 2, questions: [question('claim', 'Claim number', 'text', [], true)] },
    { title: 'Final walk-through', slug: 'final-walk-through', description: 'The job is done: estimator and owner show you what was built.', lengths: [45], locationKind: 'guest-address', locationValue: null, hosts: [0, 2], assignment: 'collective', colour: 2, bufferAfter: 15, minimumNotice: 1440, slotStep: 45, share: 0, questions: [] },
  ],
  notes: ['Dog in the yard, call from the gate.', 'Steep at the back, bring the harness.', 'Neighbour has the key.', 'Wants to talk about gutters as well.', 'Prefers to be called half an hour before.'],
  cancelled: ['Adjuster moved the date', 'Rain all week', 'Went with another firm', 'Family matter', 'Found a time with us on the phone'],
};

/** A dental practice: chairs, people and a day cut into half hours. */
export const dental: Scene = {
  days: [
    { weekdays: [1, 2, 3, 4, 5], hours: [{ from: '09:00', to: '14:00' }] },
    { weekdays: [1, 2, 3, 4, 5], hours: [{ from: '09:00', to: '14:00' }, { from: '15:30', to: '18:30' }] },
    { weekdays: [1, 2, 3, 4], hours: [{ from: '10:00', to: '14:00' }, { from: '15:30', to: '20:00' }] },
  ],
  away: [{ user: 0, from: 12, to: 13, note: 'Congress in Lisbon' }, { user: 2, from: 24, to: 30, note: 'Holiday' }],
  holidays: [{ date: '01-01', name: 'Año Nuevo' }, { date: '01-06', name: 'Reyes' }, { date: '05-01', name: 'Día del Trabajo' }, { date: '12-25', name: 'Navidad' }],
  types: [
    { title: 'Check-up', slug: 'check-up', description: 'A look at teeth and gums, with pictures where they help. New patients welcome.', lengths: [30], locationKind: 'address', locationValue: 'Calle de Serrano 41, 2.º, Madrid', hosts: [0, 1], assignment: 'round-robin', colour: 1, bufferAfter: 5, minimumNotice: 120, slotStep: 15, share: 5, questions: [question('first', 'Is it your first visit?', 'boolean'), question('pain', 'Does anything hurt?', 'long-text')] },
    { title: 'Cleaning', slug: 'cleaning', description: 'Professional cleaning and polishing.', lengths: [45, 60], locationKind: 'address', locationValue: 'Calle de Serrano 41, 2.º, Madrid', hosts: [1, 2], assignment: 'round-robin', colour: 4, bufferAfter: 10, minimumNotice: 120, slotStep: 15, share: 5, questions: [question('sensitive', 'Are your teeth sensitive?', 'select', ['No', 'A little', 'Very'])] },
    { title: 'Orthodontics consultation', slug: 'orthodontics', description: 'What braces or aligners can do for you, how long they take and what they cost.', lengths: [40], locationKind: 'address', locationValue: 'Calle de Serrano 41, 2.º, Madrid', hosts: [0], assignment: 'single', colour: 6, bufferAfter: 10, minimumNotice: 1440, needsConfirmation: true, slotStep: 20, share: 2, questions: [question('age', 'Age of the patient', 'number', [], true)] },
    { title: 'Brushing class for families', slug: 'brushing-class', description: 'An hour of play and practice for children and parents.', lengths: [60], locationKind: 'address', locationValue: 'Calle de Serrano 41, bajo, Madrid', hosts: [2], assignment: 'single', colour: 7, bufferAfter: 15, minimumNotice: 1440, seats: 8, slotStep: 60, share: 0, questions: [] },
  ],
  notes: ['Anxious: explain each step.', 'Allergic to latex.', 'Pays by insurance, card on file.', 'Comes with two children.', 'Needs a lift appointment note.'],
  cancelled: ['Has a cold', 'Work came in between', 'Moved to another city', 'Will call for a new date'],
};
